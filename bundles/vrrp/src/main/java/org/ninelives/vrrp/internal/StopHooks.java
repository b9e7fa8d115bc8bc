package org.ninelives.vrrp.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ninelives.api.notify.StopHook;
import org.ninelives.api.notify.VrrpSubject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who have something to do before virtual addresses leave. Safe for use by several threads.
 */
final class StopHooks {

    private static final Logger LOG = LoggerFactory.getLogger(StopHooks.class);

    private final Duration limit;
    private final List<StopHook> hooks = new CopyOnWriteArrayList<>();

    /**
     * Nobody yet.
     *
     * @param limit how long all of them together may take
     */
    StopHooks(Duration limit) {
        this.limit = limit;
    }

    void add(StopHook hook) {
        hooks.add(hook);
    }

    void remove(StopHook hook) {
        hooks.remove(hook);
    }

    /** Lets all of them do it at the same time; returns when they have or the time is up. */
    void call(List<VrrpSubject> masters) {
        List<Thread> calls =
                hooks.stream()
                        .map(
                                hook ->
                                        Thread.ofPlatform()
                                                .daemon()
                                                .name("before-stop")
                                                .start(() -> call(hook, masters)))
                        .toList();
        long endNanos = System.nanoTime() + limit.toNanos();
        try {
            for (Thread call : calls) {
                Duration left = Duration.ofNanos(Math.max(1, endNanos - System.nanoTime()));
                if (!call.join(left)) {
                    LOG.warn("Stopping although not all is done that shall be done before");
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void call(StopHook hook, List<VrrpSubject> masters) {
        try {
            hook.beforeStop(masters);
        } catch (RuntimeException e) {
            LOG.error("Something that shall be done before the stop failed", e);
        }
    }
}
