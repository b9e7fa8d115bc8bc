package org.ninelives.bfd.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalsTest {

    private final SplittableRandom random = new SplittableRandom(5880);

    @ParameterizedTest
    @CsvSource({"1, 75, 90", "2, 75, 100", "5, 75, 100", "255, 75, 100"})
    void jitterTakesUpToAQuarterAndATenthAtLeastWhereOnePacketCounts(
            int multiplier, int leastPercent, int mostPercent) {
        LongStream intervals =
                LongStream.range(0, 100_000)
                        .map(i -> Intervals.jitteredNanos(10_000, multiplier, random));

        // Of so many the shortest and the longest come near the bounds.
        var seen = intervals.summaryStatistics();
        assertThat(seen.getMin()).isBetween(leastPercent * 100_000L, leastPercent * 100_000L + 500);
        assertThat(seen.getMax()).isBetween(mostPercent * 100_000L - 500, mostPercent * 100_000L);
    }

    @Test
    void theShortestAndTheLongestIntervalCanBeJittered() {
        assertThat(Intervals.jitteredNanos(1, 1, random)).isBetween(750L, 900L);
        assertThat(Intervals.jitteredNanos(0xffff_ffffL, 2, random))
                .isBetween(3_221_225_471_000L, 4_294_967_295_000L);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 10000, 10000, 50000",
        "3, 300000, 10000, 900000",
        "3, 10000, 300000, 900000",
        "255, 4294967295, 1, 1095216660225"
    })
    void theSlowerWishTimesTheMultiplierOfTheNeighbourIsTheDetectionTime(
            int multiplier, long minRx, long remoteMinTx, long detection) {
        assertThat(Intervals.detectionMicros(multiplier, minRx, remoteMinTx)).isEqualTo(detection);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1000000, 1, min_tx: 0",
        "4294967296, 1, 1000000, 1, min_tx: 4294967296",
        "1, 0, 1000000, 1, min_rx: 0",
        "1, 1, 999999, 1, idle_tx: 999999",
        "1, 1, 1000000, 0, multiplier: 0",
        "1, 1, 1000000, 256, multiplier: 256"
    })
    void settingsOutOfRangeAreRefused(
            long minTx, long minRx, long idleTx, int multiplier, String complaint) {
        assertThatThrownBy(() -> new SessionSettings(minTx, minRx, idleTx, multiplier, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(complaint + " is not in ");
    }
}
