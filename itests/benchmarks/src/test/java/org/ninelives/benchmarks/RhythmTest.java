package org.ninelives.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RhythmTest {

    private static final long MILLISECOND = 1_000_000;

    private final Rhythm rhythm = new Rhythm(2);

    private void hear(int instance, long... millis) {
        for (long each : millis) {
            rhythm.advert(instance, each * MILLISECOND);
        }
    }

    @Test
    void aGapIsBetweenTwoAdvertsOfTheSameVirtualRouter() {
        hear(0, 0, 100);
        hear(1, 50, 170);

        assertThat(rhythm.gaps()).isEqualTo(2);
        assertThat(rhythm.percentileMillis(0.5)).isEqualTo(100);
        assertThat(rhythm.maxMillis()).isEqualTo(120);
    }

    @Test
    void whoSpokeOnceIsHeardWithoutAGap() {
        hear(1, 7);

        assertThat(rhythm.heard()).isEqualTo(1);
        assertThat(rhythm.firstNanos(1)).isEqualTo(7 * MILLISECOND);
        assertThat(rhythm.gaps()).isZero();
        assertThat(rhythm.maxMillis()).isZero();
    }

    @Test
    void onlyLongerGapsAreMissedAdverts() {
        hear(0, 0, 150, 301, 400);

        assertThat(rhythm.longerThan(150)).isEqualTo(1);
        assertThat(rhythm.longerThan(151)).isZero();
    }

    @Test
    void whatGoesOnCountsItsOwnGapsFromTheLastAdvertBefore() {
        hear(0, 0, 500, 600);
        Rhythm later = rhythm.goneOn(700 * MILLISECOND, 800 * MILLISECOND);
        later.advert(0, 699 * MILLISECOND);
        later.advert(0, 710 * MILLISECOND);
        later.advert(0, 801 * MILLISECOND);

        assertThat(later.heard()).isEqualTo(1);
        assertThat(later.gaps()).isEqualTo(1);
        assertThat(later.maxMillis()).isEqualTo(11);
        assertThat(rhythm.lastNanos(0)).isEqualTo(600 * MILLISECOND);
    }

    @Test
    void gapsMayComeAfterALook() {
        hear(0, 0, 9);
        assertThat(rhythm.maxMillis()).isEqualTo(9);

        for (int i = 1; i <= 3000; i++) {
            hear(0, 9 + i);
        }

        assertThat(rhythm.percentileMillis(0.5)).isEqualTo(1);
        assertThat(rhythm.maxMillis()).isEqualTo(9);
    }
}
