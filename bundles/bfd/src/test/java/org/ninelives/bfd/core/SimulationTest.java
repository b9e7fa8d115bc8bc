package org.ninelives.bfd.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Pairs of sessions on a network full of trouble. A failure names its seed; {@code
 * -Dsimulation.first=SEED -Dsimulation.seeds=1} runs that one again.
 */
class SimulationTest {

    @Test
    void whateverHappensTheRulesHoldAndPeaceHasBothUp() {
        long first = Long.getLong("simulation.first", 1);
        long seeds = Long.getLong("simulation.seeds", 2_000);
        long inputs = 0;
        for (long seed = first; seed < first + seeds; seed++) {
            inputs += new SimulatedPair(seed).run();
        }
        assertThat(inputs).isGreaterThan(100 * seeds);
    }
}
