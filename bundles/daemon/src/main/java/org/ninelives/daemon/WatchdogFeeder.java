package org.ninelives.daemon;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.ninelives.api.system.Pulse;
import org.ninelives.daemon.core.WatchdogFeed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds the watchdog of a service manager while the loop of the virtual routers answers. The loop
 * never waits for the manager: telling it is the work of a thread of its own.
 */
final class WatchdogFeeder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WatchdogFeeder.class);
    private static final String FOOD = "WATCHDOG=1";

    /** Where no virtual router can run, the thread that feeds is all there is to watch. */
    private static final Pulse NO_LOOP = Runnable::run;

    private final Consumer<String> manager;
    private final WatchdogFeed feed;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    task -> Thread.ofPlatform().name("watchdog-feeder").daemon().unstarted(task));
    private volatile Pulse pulse = NO_LOOP;

    /**
     * Feeds nobody yet.
     *
     * @param manager takes messages of sd_notify(3), and fails never
     * @param interval the longest time between two signs of life
     */
    WatchdogFeeder(Consumer<String> manager, Duration interval) {
        this.manager = manager;
        feed = new WatchdogFeed(interval.toNanos());
    }

    /** Begins to feed. */
    void start() {
        LOG.info("The watchdog of the service manager is fed each {} ms", periodMillis());
        var unused =
                thread.scheduleWithFixedDelay(
                        this::due, 0, feed.periodNanos(), TimeUnit.NANOSECONDS);
    }

    /** This loop is asked from now on. */
    void ask(Pulse loop) {
        pulse = loop;
        thread.execute(feed::forget);
    }

    /** This loop is asked no more. */
    void forget(Pulse loop) {
        if (loop.equals(pulse)) {
            ask(NO_LOOP);
        }
    }

    private void due() {
        try {
            follow(feed.due(System.nanoTime()));
        } catch (RuntimeException e) { // The next period must come whatever this one brought.
            LOG.error("The vrrp loop cannot be asked", e);
        }
    }

    private void follow(WatchdogFeed.Step step) {
        switch (step) {
            case ASK -> pulse.ask(this::answer);
            case FEED -> manager.accept(FOOD);
            case FEED_AGAIN -> {
                LOG.warn("The vrrp loop answers again, the watchdog is fed");
                manager.accept(FOOD);
            }
            case TELL ->
                    LOG.error(
                            "The vrrp loop has not answered for {} ms, the watchdog of the service"
                                    + " manager is not fed",
                            periodMillis());
            case WAIT -> {}
        }
    }

    /** On the loop. */
    private void answer() {
        long now = System.nanoTime();
        try {
            thread.execute(() -> follow(feed.answered(now)));
        } catch (RejectedExecutionException e) {
            // The daemon stops, and nobody is fed any more.
        }
    }

    private long periodMillis() {
        return Duration.ofNanos(feed.periodNanos()).toMillis();
    }

    /** Feeds no more; a manager that was told of the stop waits for no sign. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
