package org.ninelives.linux.connection;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * What is known of the readiness of one socket, and the thread that waits for it.
 *
 * <p>The kernel tells of each change once (EPOLLET). So whoever is about to try forgets what is
 * known before: a change after the try is then never lost.
 */
final class Waiter {

    /** Set for ever when nobody will be told of anything any more; no flag of sys/epoll.h. */
    static final int ENDED = 1 << 29;

    private final AtomicInteger known = new AtomicInteger();
    private volatile Thread thread;

    /** Until when the thread waits; written before that is. */
    private long deadlineNanos;

    /** Forgets these changes. */
    void forget(int flags) {
        if ((known.get() & flags) != 0) {
            known.getAndUpdate(flagsKnown -> flagsKnown & ~flags);
        }
    }

    /** Tells of changes. Any thread. */
    void tell(int flags) {
        known.getAndUpdate(flagsKnown -> flagsKnown | flags);
        Thread waiting = thread;
        if (waiting != null) {
            LockSupport.unpark(waiting);
        }
    }

    /**
     * Waits for one of these changes, {@link #ENDED}, an interrupt, or the end of the time.
     *
     * @param readiness wakes the thread when the time is over
     * @return all that is known; without any of these flags if the wait ended for another reason
     */
    int await(int flags, long deadline, Readiness readiness) {
        Thread current = Thread.currentThread();
        deadlineNanos = deadline;
        thread = current;
        readiness.expect(deadline);
        int now = known.get();
        while ((now & (flags | ENDED)) == 0
                && !current.isInterrupted()
                && deadline - System.nanoTime() > 0) {
            LockSupport.park(this);
            now = known.get();
        }
        thread = null;
        return now;
    }

    /**
     * Wakes the thread if its time is over. Any thread.
     *
     * @return how many nanoseconds it has left; very many if nobody waits
     */
    long wakeIfOver(long nowNanos) {
        Thread waiting = thread;
        if (waiting == null) {
            return Long.MAX_VALUE;
        }
        long left = deadlineNanos - nowNanos;
        if (left > 0) {
            return left;
        }
        LockSupport.unpark(waiting);
        return Long.MAX_VALUE;
    }
}
