package org.ninelives.testkit.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes inputs that are nearly right, which is where decoders err. */
final class Damage {

    private static final int CHANGES_MAX = 4;
    private static final int GROWTH_BYTES_MAX = 40;

    /** The values at whose edges lengths and counts go wrong. */
    private static final byte[] EDGES = {0, 1, 2, 4, 7, 8, 0x7f, (byte) 0x80, (byte) 0xff};

    private final List<byte[]> corpus;
    private final Random random;

    Damage(List<byte[]> corpus, Random random) {
        this.corpus = corpus;
        this.random = random;
    }

    byte[] next() {
        byte[] input = one().clone();
        for (int left = 1 + random.nextInt(CHANGES_MAX); left > 0; left--) {
            input = changed(input);
        }
        return input;
    }

    private byte[] one() {
        return corpus.get(random.nextInt(corpus.size()));
    }

    private byte[] changed(byte[] input) {
        if (input.length == 0) {
            return one().clone();
        }
        int at = random.nextInt(input.length);
        switch (random.nextInt(7)) {
            case 0 -> input[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            case 1 -> input[at] = (byte) random.nextInt();
            case 2 -> input[at] = EDGES[random.nextInt(EDGES.length)];
            case 3 -> input[at] += (byte) (random.nextInt(9) - 4);
            case 4 -> {
                return Arrays.copyOf(input, at);
            }
            case 5 -> {
                return Arrays.copyOf(input, input.length + random.nextInt(GROWTH_BYTES_MAX));
            }
            default -> {
                return spliced(input, at);
            }
        }
        return input;
    }

    /** The beginning of one input with the end of another. */
    private byte[] spliced(byte[] input, int at) {
        byte[] other = one();
        int from = Math.min(at, other.length);
        byte[] result = Arrays.copyOf(input, at + other.length - from);
        System.arraycopy(other, from, result, at, other.length - from);
        return result;
    }
}
