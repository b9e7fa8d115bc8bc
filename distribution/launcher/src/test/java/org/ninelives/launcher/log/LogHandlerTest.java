package org.ninelives.launcher.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LogHandlerTest {

    private final List<LogLine> lines = new ArrayList<>();

    @Test
    void aRecordBecomesALineOfItsTimeAndSeverity() {
        LogRecord record = new LogRecord(Level.WARNING, "(VI_1) received an invalid passwd!");
        new LogHandler(lines::add, false).publish(record);

        assertThat(lines)
                .containsExactly(
                        new LogLine(
                                record.getMillis(),
                                Severity.WARNING,
                                "(VI_1) received an invalid passwd!"));
    }

    @Test
    void controlCharactersCannotForgeALine() {
        new LogHandler(lines::add, false)
                .publish(new LogRecord(Level.INFO, "name\nFri Nov 20: forged\u001b[2J\u009b1m"));

        assertThat(lines)
                .extracting(LogLine::text)
                .containsExactly("name Fri Nov 20: forged [2J 1m");
    }

    @Test
    void parametersAreFilledIn() {
        LogRecord record = new LogRecord(Level.INFO, "port {0}");
        record.setParameters(new Object[] {"x"});
        new LogHandler(lines::add, false).publish(record);

        assertThat(lines).extracting(LogLine::text).containsExactly("port x");
    }

    @Test
    void anExceptionIsToldWithItsCausesOnOneLine() {
        new LogHandler(lines::add, false).publish(failure());

        assertThat(lines)
                .extracting(LogLine::text)
                .containsExactly(
                        "cannot start: java.lang.IllegalStateException: outer:"
                                + " java.lang.RuntimeException: inner");
    }

    @Test
    void aCauseThatTheMessageQuotesIsNotToldTwice() {
        LogRecord record = new LogRecord(Level.SEVERE, "VRRP cannot run: socket: EPERM");
        record.setThrown(new IllegalStateException("socket: EPERM"));
        new LogHandler(lines::add, false).publish(record);

        assertThat(lines)
                .extracting(LogLine::text)
                .containsExactly("VRRP cannot run: socket: EPERM");
    }

    @Test
    void detailAddsTheStackTrace() {
        new LogHandler(lines::add, true).publish(failure());

        assertThat(lines.get(1).text()).startsWith("    at " + LogHandlerTest.class.getName());
    }

    private static LogRecord failure() {
        LogRecord record = new LogRecord(Level.SEVERE, "cannot start");
        record.setThrown(new IllegalStateException("outer", new RuntimeException("inner")));
        return record;
    }
}
