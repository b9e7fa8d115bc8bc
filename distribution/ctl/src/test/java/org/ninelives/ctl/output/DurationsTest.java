package org.ninelives.ctl.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "90, 90",
        "90s, 90",
        "10m, 600",
        "1h30m, 5400",
        "2d, 172800",
        "1d2h3m4s, 93784",
        "5M, 300"
    })
    void readsWhatPeopleWrite(String text, long seconds) {
        assertThat(Durations.parse(text)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0m", "-5", "m", "5x", "10 m", "m5", "99999999999999999999d"})
    void refusesEverythingElseWithAnExample(String text) {
        assertThatThrownBy(() -> Durations.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text + "' is no duration; write 90s, 10m, 1h30m or 2d");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "119, 119 s", "120, 2 min", "7199, 119 min", "7200, 2 h", "172800, 2 d"})
    void showsTheUnitThatSuits(long seconds, String shown) {
        assertThat(Durations.shown(Duration.ofSeconds(seconds))).isEqualTo(shown);
    }

    @Test
    void whatNeverWasIsADashAndTheFutureIsNow() {
        assertThat(Durations.since(0, 5000)).isEqualTo("-");
        assertThat(Durations.since(1000, 5000)).isEqualTo("4 s");
        assertThat(Durations.since(6000, 5000)).isEqualTo("0 s");
    }
}
