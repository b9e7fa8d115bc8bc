package org.ninelives.bfd.core;

import java.util.random.RandomGenerator;

/** The formulas of RFC 5880 sections 6.8.2, 6.8.4 and 6.8.7. */
public final class Intervals {

    /** Larger than every deadline: there is nothing to wait for. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final long MICRO_NANOS = 1_000;

    private Intervals() {}

    static long nanos(long micros) {
        return micros * MICRO_NANOS;
    }

    /**
     * The time until the next packet: the agreed interval less 0 to 25 % by chance, so that
     * sessions do not fall into step; less at least 10 % where the loss of one packet ends the
     * session.
     *
     * @param intervalMicros the agreed interval
     * @param multiplier bfd.DetectMult
     */
    public static long jitteredNanos(long intervalMicros, int multiplier, RandomGenerator random) {
        long intervalNanos = nanos(intervalMicros);
        long leastNanos = intervalNanos / 4 * 3;
        long mostNanos = multiplier == 1 ? intervalNanos / 10 * 9 : intervalNanos;
        return leastNanos + random.nextLong(mostNanos - leastNanos + 1);
    }

    /**
     * The silence after which the neighbour counts as lost.
     *
     * @param remoteMultiplier the neighbour's bfd.DetectMult
     * @param minRxMicros what this side asks of the neighbour
     * @param remoteMinTxMicros what the neighbour wishes to send
     */
    public static long detectionMicros(
            int remoteMultiplier, long minRxMicros, long remoteMinTxMicros) {
        return remoteMultiplier * Math.max(minRxMicros, remoteMinTxMicros);
    }
}
