package org.ninelives.daemon.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReloadTimeTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** In winter Berlin is an hour ahead of UTC, in summer two. */
    @ParameterizedTest
    @CsvSource({
        // The time of today, and of tomorrow when it has been.
        "12:30:00,             2026-01-10T11:29:59Z, 2026-01-10T11:30:00Z",
        "12:30:00,             2026-01-10T11:30:00Z, 2026-01-11T11:30:00Z",
        "12:30:00Z,            2026-01-10T11:30:00Z, 2026-01-10T12:30:00Z",
        "12:30:00Z,            2026-01-10T12:30:00Z, 2026-01-11T12:30:00Z",
        // In Berlin it is the next day already.
        "00:10:00,             2026-01-10T23:05:00Z, 2026-01-10T23:10:00Z",
        "23:59:59Z,            2026-12-31T23:59:59Z, 2027-01-01T23:59:59Z",
        // With a date there is one moment.
        "2026-07-01 12:00:00,  2026-01-10T11:30:00Z, 2026-07-01T10:00:00Z",
        "2026-07-01 12:00:00Z, 2026-01-10T11:30:00Z, 2026-07-01T12:00:00Z",
        "26-07-01 12:00:00Z,   2026-01-10T11:30:00Z, 2026-07-01T12:00:00Z",
        "99-07-01 12:00:00Z,   2026-01-10T11:30:00Z, 2099-07-01T12:00:00Z",
        "2028-02-29 00:00:00Z, 2026-01-10T11:30:00Z, 2028-02-29T00:00:00Z",
        // The clock goes from 02:00 to 03:00: what is left out is as much later.
        "02:30:00,             2026-03-29T00:00:00Z, 2026-03-29T01:30:00Z",
        "02:30:00,             2026-03-29T01:30:00Z, 2026-03-30T00:30:00Z",
        "12:00:00,             2026-03-28T11:00:00Z, 2026-03-29T10:00:00Z",
        // The clock goes from 03:00 to 02:00: of two moments it is the first, and once a day.
        "02:30:00,             2026-10-24T22:00:00Z, 2026-10-25T00:30:00Z",
        "02:30:00,             2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z",
        "02:30:00Z,            2026-10-25T00:30:00Z, 2026-10-25T02:30:00Z",
    })
    void theNextMomentOfATime(String line, Instant after, Instant expected) {
        assertThat(ReloadTime.parse(line).next(after, BERLIN)).contains(expected);
    }

    @Test
    void aDayThatIsOverHasNoNextMoment() {
        ReloadTime time = ReloadTime.parse("2026-07-01 12:00:00");

        assertThat(time.next(Instant.parse("2026-07-01T09:59:59.999Z"), BERLIN)).isPresent();
        assertThat(time.next(Instant.parse("2026-07-01T10:00:00Z"), BERLIN)).isEmpty();
        assertThat(time.next(Instant.parse("2027-01-01T00:00:00Z"), BERLIN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "12:30",
                "1:30:00",
                "24:00:00",
                "12:60:00",
                "12:00:60",
                " 12:00:00",
                "12:00:00 ",
                "12:00:00z",
                "12:00:00\r",
                "12:00:00+01:00",
                "2026-07-01",
                "2026-07-01  12:00:00",
                "2026-07-01T12:00:00",
                "2026-13-01 12:00:00",
                "2026-02-29 12:00:00",
                "226-01-01 12:00:00",
                "-12:00:00"
            })
    void whatIsNoTimeIsRefusedWithItsText(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReloadTime.parse(line))
                .withMessageContaining("'" + line + "'");
    }
}
