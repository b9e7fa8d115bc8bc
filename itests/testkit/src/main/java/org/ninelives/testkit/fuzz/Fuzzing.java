package org.ninelives.testkit.fuzz;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/**
 * A short run of a fuzz target for every build: the kept inputs as they are, then damaged copies of
 * them, the same ones each time. What a coverage-guided fuzzer finds in longer runs joins the kept
 * inputs, and so is tried, and damaged further, from then on.
 */
public final class Fuzzing {

    private static final long SEED = 9568;

    private Fuzzing() {}

    /**
     * Runs a target.
     *
     * @param corpus at least one input
     * @param damaged how many damaged ones to try
     * @throws AssertionError with the input in hexadecimal digits if the target throws
     */
    public static void run(List<byte[]> corpus, int damaged, FuzzTarget target) {
        for (byte[] input : corpus) {
            test(input, target);
        }
        Damage damage = new Damage(corpus, new Random(SEED));
        for (int i = 0; i < damaged; i++) {
            test(damage.next(), target);
        }
    }

    private static void test(byte[] input, FuzzTarget target) {
        byte[] copy = input.clone();
        try {
            target.test(input);
        } catch (RuntimeException | Error e) {
            throw new AssertionError(
                    "add this line to the corpus: " + HexFormat.of().formatHex(copy), e);
        }
    }
}
