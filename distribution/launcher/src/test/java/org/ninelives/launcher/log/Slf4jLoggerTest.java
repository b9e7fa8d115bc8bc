package org.ninelives.launcher.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class Slf4jLoggerTest {

    private static final String NAME = Slf4jLoggerTest.class.getName();

    private final java.util.logging.Logger target = java.util.logging.Logger.getLogger(NAME);
    private final Logger logger = LoggerFactory.getLogger(NAME);
    private final List<LogRecord> records = new ArrayList<>();
    private final Handler handler =
            new Handler() {
                @Override
                public void publish(LogRecord record) {
                    records.add(record);
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    @BeforeEach
    void listen() {
        target.setUseParentHandlers(false);
        target.setLevel(Level.ALL);
        target.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        target.removeHandler(handler);
        target.setUseParentHandlers(true);
    }

    @Test
    void slf4jFindsThisOneAlone() {
        assertThat(logger).isInstanceOf(Slf4jLogger.class);
        assertThat(LoggerFactory.getLogger(NAME)).isSameAs(logger);
    }

    @Test
    void levelsKeepTheirOrder() {
        logger.trace("a");
        logger.debug("a");
        logger.info("a");
        logger.warn("a");
        logger.error("a");

        assertThat(records)
                .extracting(LogRecord::getLevel)
                .containsExactly(Level.FINEST, Level.FINE, Level.INFO, Level.WARNING, Level.SEVERE);
    }

    @Test
    void parametersStandInTheTextAndTheLastExceptionApart() {
        Exception cause = new IllegalStateException("off");

        logger.warn("{} of {} failed", 2, "{3}", cause);

        LogRecord record = records.getFirst();
        assertThat(record.getMessage()).isEqualTo("2 of {3} failed");
        assertThat(record.getThrown()).isSameAs(cause);
        assertThat(record.getParameters()).isNull();
        assertThat(record.getLoggerName()).isEqualTo(NAME);
    }

    @Test
    void whatIsNotWantedIsNotWritten() {
        target.setLevel(Level.WARNING);

        logger.info("a");

        assertThat(records).isEmpty();
        assertThat(logger.isTraceEnabled()).isFalse();
        assertThat(logger.isDebugEnabled()).isFalse();
        assertThat(logger.isInfoEnabled()).isFalse();
        assertThat(logger.isWarnEnabled()).isTrue();
        target.setLevel(Level.OFF);
        assertThat(logger.isErrorEnabled()).isFalse();
    }
}
