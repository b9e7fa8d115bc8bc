package org.ninelives.lvs.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Whatever befalls a virtual server, it is what the manual says. {@code -Dsimulation.seeds=100000}
 * looks longer.
 */
class SimulationTest {

    private static final long SEEDS = Long.getLong("simulation.seeds", 2_000);

    @Test
    void aVirtualServerIsWhatTheManualSays() {
        SimulationOfSeed simulation = new SimulationOfSeed();
        for (long seed = 1; seed <= SEEDS; seed++) {
            assertThat(simulation.apply(seed)).isEmpty();
        }
    }
}
