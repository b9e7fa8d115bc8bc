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
     * @return all that is known; without any of these flags if the wait ended for another reason
     */
    int await(int flags, long deadlineNanos) {
        Thread current = Thread.currentThread();
        thread = current;
        int now = known.get();
        while ((now & (flags | ENDED)) == 0 && !current.isInterrupted()) {
            long left = deadlineNanos - System.nanoTime();
            if (left <= 0) {
                break;
            }
            LockSupport.parkNanos(this, left);
            now = known.get();
        }
        thread = null;
        return now;
    }
}
