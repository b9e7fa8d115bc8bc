package org.ninelives.lvs.engine;

import java.util.concurrent.TimeUnit;

/** When to try again what does not work: after 1, 2, 4 … 60 s. */
final class Patience {

    private static final long FIRST_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(60);

    private long delayNanos = FIRST_NANOS;

    /** When to try next; later each time. */
    long next(long nowNanos) {
        long next = nowNanos + delayNanos;
        delayNanos = Math.min(2 * delayNanos, MAX_NANOS);
        return next;
    }

    /** It has worked. */
    void reset() {
        delayNanos = FIRST_NANOS;
    }
}
