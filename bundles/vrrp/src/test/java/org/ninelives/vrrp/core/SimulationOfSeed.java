package org.ninelives.vrrp.core;

import java.util.function.LongFunction;

/** Runs one seed: answers what is wrong, or nothing if all is well. */
public final class SimulationOfSeed implements LongFunction<String> {

    @Override
    public String apply(long seed) {
        try {
            new SimulatedCase(seed).run();
            return "";
        } catch (AssertionError | RuntimeException found) {
            return String.valueOf(found.getMessage());
        }
    }
}
