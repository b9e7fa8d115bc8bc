package org.ninelives.lvs.core;

import org.ninelives.testkit.mutants.MutantsContract;

/** The simulation misses each rule of the machine. */
class MutantsTest extends MutantsContract {

    MutantsTest() {
        super("org.ninelives.lvs", SimulationOfSeed.class);
    }
}
