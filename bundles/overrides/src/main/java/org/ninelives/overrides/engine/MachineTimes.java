package org.ninelives.overrides.engine;

import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The clocks of the machine and a thread of its own, which is there once something is due. */
final class MachineTimes implements Times {

    private static final Logger LOG = LoggerFactory.getLogger(MachineTimes.class);

    private final long beganNanos = System.nanoTime();
    private final ScheduledThreadPoolExecutor thread;
    private Future<?> planned = new FutureTask<>(() -> true);

    MachineTimes(String name) {
        thread =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name(name).factory());
        thread.setRemoveOnCancelPolicy(true);
    }

    @Override
    public long nowNanos() {
        return System.nanoTime() - beganNanos;
    }

    @Override
    public long nowMillis() {
        return System.currentTimeMillis();
    }

    @Override
    public synchronized void wakeAt(long nanos, Runnable work) {
        planned.cancel(false);
        if (nanos == Long.MAX_VALUE) {
            return;
        }
        try {
            planned =
                    thread.schedule(() -> perform(work), nanos - nowNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Came after the end", e);
        }
    }

    private static void perform(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("What was due was not done", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
