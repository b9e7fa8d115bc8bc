package org.ninelives.vrrp.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimersTest {

    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1000 * MILLI;

    @ParameterizedTest
    @CsvSource({
        // version, priority, interval ms, adverts, skew µs, master down µs
        "2, 100, 1000, 3, 609375, 3609375",
        "2, 100, 5000, 3, 609375, 15609375",
        "2, 255, 1000, 3, 3906, 3003906",
        "2, 1, 1000, 3, 996093, 3996093",
        "3, 100, 1000, 3, 609375, 3609375",
        "3, 100, 5000, 3, 3046875, 18046875",
        "3, 100, 10, 3, 6093, 36093",
        "3, 254, 100, 2, 781, 200781",
    })
    void formulas(
            int version,
            int priority,
            long intervalMillis,
            int adverts,
            long skewMicros,
            long downMicros) {
        long interval = intervalMillis * MILLI;

        assertThat(Timers.skewNanos(version, priority, interval) / 1000).isEqualTo(skewMicros);
        assertThat(Timers.masterDownNanos(version, priority, interval, adverts) / 1000)
                .isEqualTo(downMicros);
    }

    @Test
    void latenessDoesNotAddUpAndNothingIsMadeUpFor() {
        assertThat(Timers.next(SECOND, SECOND, SECOND + MILLI)).isEqualTo(2 * SECOND);
        assertThat(Timers.next(SECOND, SECOND, 2 * SECOND - 1)).isEqualTo(2 * SECOND);
        assertThat(Timers.next(SECOND, SECOND, 2 * SECOND)).isEqualTo(3 * SECOND);
        assertThat(Timers.next(SECOND, SECOND, 9 * SECOND + 7)).isEqualTo(10 * SECOND + 7);
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> RouterSettings.of(2, 0, SECOND))
                .hasMessage("priority: 0 is not in 1..255");
        assertThatThrownBy(() -> RouterSettings.of(2, 256, SECOND))
                .hasMessage("priority: 256 is not in 1..255");
        assertThatThrownBy(() -> RouterSettings.of(4, 100, SECOND))
                .hasMessage("version: 4 is not 2 or 3");
        assertThatThrownBy(() -> RouterSettings.of(2, 100, SECOND / 10))
                .hasMessageContaining("advert interval");
        assertThatThrownBy(() -> RouterSettings.of(3, 100, 5 * MILLI))
                .hasMessageContaining("advert interval");
        assertThat(RouterSettings.of(3, 100, 40_950 * MILLI).isOwner()).isFalse();
    }
}
