package org.ninelives.launcher;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * The end of the process: asked for by anybody, from any thread; who asks first decides the status.
 */
final class Exit implements IntConsumer {

    private static final int NOT_ASKED = -1;

    private final AtomicInteger status = new AtomicInteger(NOT_ASKED);
    private final CountDownLatch asked = new CountDownLatch(1);
    private final Runnable whenAsked;

    /**
     * Nothing is asked yet.
     *
     * @param whenAsked called once, on the thread that asks
     */
    Exit(Runnable whenAsked) {
        this.whenAsked = whenAsked;
    }

    @Override
    public void accept(int newStatus) {
        if (status.compareAndSet(NOT_ASKED, newStatus)) {
            whenAsked.run();
            asked.countDown();
        }
    }

    /** Whether somebody has asked. Any thread. */
    boolean isAsked() {
        return status.get() != NOT_ASKED;
    }

    /** Waits until somebody asks, and returns the status. */
    int await() throws InterruptedException {
        asked.await();
        return status.get();
    }
}
