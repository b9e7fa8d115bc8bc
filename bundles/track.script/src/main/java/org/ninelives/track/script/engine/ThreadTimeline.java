package org.ninelives.track.script.engine;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread of its own and the time of the machine. */
final class ThreadTimeline implements Timeline {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadTimeline.class);

    private final ScheduledThreadPoolExecutor thread;

    /** Starts the thread. */
    ThreadTimeline(String name) {
        thread =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name(name).factory());
        thread.setRemoveOnCancelPolicy(true);
    }

    @Override
    public long nowNanos() {
        return System.nanoTime();
    }

    @Override
    public void post(Runnable work) {
        try {
            thread.execute(() -> perform(work));
        } catch (RejectedExecutionException e) {
            LOG.debug("Came after the end", e);
        }
    }

    @Override
    public Runnable at(long nanos, Runnable work) {
        Future<?> planned =
                thread.schedule(
                        () -> perform(work), nanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        return () -> planned.cancel(false);
    }

    private static void perform(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("A step was left out", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
