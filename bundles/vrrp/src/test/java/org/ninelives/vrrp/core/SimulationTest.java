package org.ninelives.vrrp.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * The machine in ten thousand small worlds full of trouble. A failure names its seed; {@code
 * -Dsimulation.first=SEED -Dsimulation.seeds=1} runs that one again. Millions are run by {@code mvn
 * verify -pl bundles/vrrp -am -Dtest=SimulationTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dsimulation.seeds=5000000}.
 */
class SimulationTest {

    @Test
    void whateverHappensTheRulesHoldAndPeaceHasOneMaster() {
        long first = Long.getLong("simulation.first", 1);
        long seeds = Long.getLong("simulation.seeds", 10_000);
        long begun = System.nanoTime();
        long inputs = 0;
        for (long seed = first; seed < first + seeds; seed++) {
            inputs += new SimulatedCase(seed).run();
        }
        System.out.printf(
                "simulated %,d seeds with %,d inputs in %.1f s%n",
                seeds, inputs, (System.nanoTime() - begun) / 1e9);
        assertThat(inputs).isGreaterThan(100 * seeds);
    }
}
