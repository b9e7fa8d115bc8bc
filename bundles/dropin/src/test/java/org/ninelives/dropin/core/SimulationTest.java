package org.ninelives.dropin.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Folders in which anything happens, each from one seed. */
class SimulationTest {

    private static final int SEEDS = 2_000;
    private static final int BATCH = 100;

    static LongStream firstSeeds() {
        return LongStream.iterate(0, seed -> seed < SEEDS, seed -> seed + BATCH);
    }

    @ParameterizedTest
    @MethodSource("firstSeeds")
    void whenTheFolderIsQuietWhatRunsIsWhatLiesThere(long first) {
        for (long seed = first; seed < first + BATCH; seed++) {
            SimulatedFolder folder = new SimulatedFolder(seed);
            folder.run(120);
            folder.settle(60);
            assertThat(folder.differences()).as("seed %d: %s", seed, folder).isEmpty();
        }
    }
}
