package org.ninelives.linux.nftables;

import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * How often our table may be put back, and how often that is told: another program that removes it
 * again and again must not keep the loop busy nor fill the log.
 */
final class Restorations {

    private static final long BETWEEN_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long TELL_NANOS = TimeUnit.MINUTES.toNanos(1);

    private boolean any;
    private long lastNanos;
    private long toldNanos;
    private int untold;

    /** How long to wait before the next one; 0 for not at all. */
    long waitNanos(long nowNanos) {
        return any ? Math.max(0, lastNanos + BETWEEN_NANOS - nowNanos) : 0;
    }

    /**
     * Notes one.
     *
     * @return how many to tell of now; empty when it is too early to tell again
     */
    OptionalInt note(long nowNanos) {
        untold++;
        boolean tell = !any || nowNanos - toldNanos >= TELL_NANOS;
        any = true;
        lastNanos = nowNanos;
        if (!tell) {
            return OptionalInt.empty();
        }
        toldNanos = nowNanos;
        int count = untold;
        untold = 0;
        return OptionalInt.of(count);
    }
}
