package org.ninelives.check.engine;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * What other threads have for the thread of the checks. It is woken for what cannot wait until it
 * wakes by itself, since a wake-up costs as much as a look.
 */
final class Inbox {

    private final Queue<LookRun> ended = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> posted = new ConcurrentLinkedQueue<>();

    /** When the thread wakes by itself; written before it looks into the queues a last time. */
    private volatile long wakeNanos;

    private volatile Thread reader;

    /** Whom to wake. */
    void setReader(Thread thread) {
        reader = thread;
    }

    /** A run has ended. Any thread. */
    void put(LookRun run) {
        ended.add(run);
        if (!run.canWaitUntil(wakeNanos)) {
            LockSupport.unpark(reader);
        }
    }

    /** Something is to be done. Any thread. */
    void post(Runnable work) {
        posted.add(work);
        LockSupport.unpark(reader);
    }

    /** The next run that has ended, or {@code null}. */
    LookRun nextEnded() {
        return ended.poll();
    }

    /** The next thing to be done, or {@code null}. */
    Runnable nextPosted() {
        return posted.poll();
    }

    /** Sleeps until then, or until something comes that cannot wait. The reader. */
    void sleepUntil(long nanos, long nowNanos) {
        wakeNanos = nanos;
        if (ended.isEmpty() && posted.isEmpty()) {
            LockSupport.parkNanos(this, nanos - nowNanos);
        }
    }
}
