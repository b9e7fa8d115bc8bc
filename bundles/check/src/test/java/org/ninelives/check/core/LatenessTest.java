package org.ninelives.check.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatenessTest {

    private final Lateness lateness = new Lateness();

    @Test
    void beforeTheFirstLookNothingIsLate() {
        assertThat(lateness.quantileMicros(0.99)).isZero();
        assertThat(lateness.maxMicros()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 7, 8, 9, 15, 16, 31, 1000, 123_456, 99_999_999_999L})
    void oneLookIsAllQuantiles(long micros) {
        lateness.add(micros * 1000);

        assertThat(lateness.quantileMicros(0.5)).isEqualTo(micros);
        assertThat(lateness.maxMicros()).isEqualTo(micros);
    }

    @Test
    void aQuantileIsAnEighthTooHighAtMost() {
        for (int micros = 1; micros <= 100_000; micros++) {
            lateness.add(micros * 1000L);
        }

        assertThat(lateness.quantileMicros(0.5)).isBetween(50_000L, 56_250L);
        assertThat(lateness.quantileMicros(0.99)).isBetween(99_000L, 100_000L);
        assertThat(lateness.count()).isEqualTo(100_000);
    }

    @Test
    void theLongestTimeOfAllIsCounted() {
        lateness.add(Long.MAX_VALUE);

        assertThat(lateness.quantileMicros(1)).isEqualTo(Long.MAX_VALUE / 1000);
    }

    @Test
    void whoIsEarlyIsInTime() {
        lateness.add(-5_000);

        assertThat(lateness.maxMicros()).isZero();
    }

    @Test
    void whatIsClearedIsForgotten() {
        lateness.add(5_000);
        lateness.clear();

        assertThat(lateness.count()).isZero();
        assertThat(lateness.quantileMicros(0.99)).isZero();
    }
}
