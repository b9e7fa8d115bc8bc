package org.ninelives.launcher.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ConsoleFormatTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void aDatedLineLooksAsKeepalivedWritesIt() {
        assertThat(ConsoleFormat.DATED.format(line("2026-11-20T12:00:00"), ZoneOffset.UTC))
                .isEqualTo("Fri Nov 20 12:00:00 2026: (VI_1) Entering MASTER STATE\n");
    }

    @Test
    void daysBelowTenArePaddedWithASpaceAndTimesWithAZero() {
        assertThat(ConsoleFormat.DATED.format(line("2027-02-01T03:04:05"), ZoneOffset.UTC))
                .startsWith("Mon Feb  1 03:04:05 2027: ");
    }

    @Test
    void timesAreLocalInSummerAndWinter() {
        assertThat(ConsoleFormat.DATED.format(line("2026-12-31T23:30:00"), BERLIN))
                .startsWith("Fri Jan  1 00:30:00 2027: ");
        assertThat(ConsoleFormat.DATED.format(line("2026-07-05T23:30:00"), BERLIN))
                .startsWith("Mon Jul  6 01:30:00 2026: ");
    }

    @Test
    void theJournalGetsTheSeverityInstead() {
        assertThat(ConsoleFormat.JOURNAL.format(line("2026-11-20T12:00:00"), ZoneOffset.UTC))
                .isEqualTo("<6>(VI_1) Entering MASTER STATE\n");
    }

    @Test
    void anAnswerIsTheTextAlone() {
        assertThat(ConsoleFormat.PLAIN.format(line("2026-11-20T12:00:00"), ZoneOffset.UTC))
                .isEqualTo("(VI_1) Entering MASTER STATE\n");
    }

    static LogLine line(String utc) {
        long epochMillis = LocalDateTime.parse(utc).toInstant(ZoneOffset.UTC).toEpochMilli();
        return new LogLine(epochMillis, Severity.INFO, "(VI_1) Entering MASTER STATE");
    }
}
