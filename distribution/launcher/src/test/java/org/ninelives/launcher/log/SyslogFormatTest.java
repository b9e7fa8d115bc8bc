package org.ninelives.launcher.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.launcher.log.ConsoleFormatTest.line;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

class SyslogFormatTest {

    private final SyslogFormat daemon =
            new SyslogFormat(3, () -> "ninelived", 4711, ZoneOffset.UTC);

    @Test
    void aRecordIsWhatSyslog3Writes() {
        assertThat(text(daemon.format(line("2026-11-06T12:00:00"))))
                .isEqualTo("<30>Nov  6 12:00:00 ninelived[4711]: (VI_1) Entering MASTER STATE");
    }

    @Test
    void thePriorityIsEightTimesTheFacilityPlusTheSeverity() {
        SyslogFormat local3 = new SyslogFormat(19, () -> "ninelived_blue_one", 1, ZoneOffset.UTC);

        assertThat(text(local3.format(new LogLine(0, Severity.ERROR, "x"))))
                .startsWith("<155>Jan  1 00:00:00 ");
        assertThat(text(local3.format(new LogLine(0, Severity.DEBUG, "x")))).startsWith("<159>");
    }

    @Test
    void aLongRecordIsCutToWhatADatagramHolds() {
        byte[] record = daemon.format(new LogLine(0, Severity.INFO, "ä".repeat(100_000)));

        assertThat(record).hasSize(8192);
        assertThat(text(Arrays.copyOf(record, 40))).startsWith("<30>Jan  1 00:00:00 ninelived[");
    }

    @Test
    void levelsBecomeTheSeverityOfTheSameWeight() {
        assertThat(Severity.of(Level.SEVERE)).isEqualTo(Severity.ERROR);
        assertThat(Severity.of(Level.WARNING)).isEqualTo(Severity.WARNING);
        assertThat(Severity.of(Level.INFO)).isEqualTo(Severity.INFO);
        assertThat(Severity.of(Level.CONFIG)).isEqualTo(Severity.DEBUG);
        assertThat(Severity.of(Level.FINEST)).isEqualTo(Severity.DEBUG);
    }

    private static String text(byte[] record) {
        return new String(record, StandardCharsets.UTF_8);
    }
}
