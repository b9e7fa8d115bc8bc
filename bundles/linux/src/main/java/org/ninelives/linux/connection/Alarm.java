package org.ninelives.linux.connection;

import java.util.Collection;
import java.util.concurrent.TimeUnit;

/**
 * Wakes those whose time to wait is over. Nearly all of them are woken by a socket long before, so
 * that a timer for each would cost more than its look: instead, whoever still waits is looked at
 * when the first of them may be due.
 */
final class Alarm {

    /** Wakes are late by so much at most, however many waiters there are. */
    private static final long NEAR_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /** New waiters rarely have less time than this, and need not tell of themselves then. */
    private static final long FAR_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long MILLI_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int NEVER = -1;

    /** Whether waiters that come now may be overlooked. */
    private volatile boolean blind = true;

    /** When the waiters are looked at next, unless blind. */
    private volatile long nextNanos;

    /**
     * Whether the watching thread has to be woken for a waiter, who has to be among the waiters
     * when this is asked. Any thread.
     */
    boolean misses(long deadlineNanos) {
        return blind || deadlineNanos - nextNanos < 0;
    }

    /**
     * Looks at the waiters if it is time. The watching thread.
     *
     * @param called whether somebody woke this thread because he would have been overlooked
     * @return how many milliseconds there are until the next time; -1 for ever
     */
    int look(Collection<Waiter> waiters, long nowNanos, boolean called) {
        if (!blind && !called && nextNanos - nowNanos > 0) {
            return millisFrom(nowNanos);
        }
        // Before the look: whoever comes while it goes on, and is not seen, calls.
        blind = true;
        long left = FAR_NANOS;
        boolean isAnybodyThere = false;
        for (Waiter waiter : waiters) {
            isAnybodyThere = true;
            left = Math.min(left, waiter.wakeIfOver(nowNanos));
        }
        if (!isAnybodyThere) {
            return NEVER;
        }
        nextNanos = nowNanos + Math.max(left, NEAR_NANOS);
        blind = false;
        return millisFrom(nowNanos);
    }

    private int millisFrom(long nowNanos) {
        return (int) ((nextNanos - nowNanos + MILLI_NANOS - 1) / MILLI_NANOS);
    }
}
