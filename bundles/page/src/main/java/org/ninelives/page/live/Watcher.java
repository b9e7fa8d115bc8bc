package org.ninelives.page.live;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Somebody who watches, and what waits to be told to them. Who does not take it in time is given
 * up. Safe for use by several threads.
 */
public final class Watcher {

    /** As much as may wait besides what all there is takes, characters. */
    private static final int WAITING_MAX = 1 << 20;

    private final Deque<String> waiting = new ArrayDeque<>();
    private int size;
    private boolean begun;
    private boolean ended;

    Watcher() {}

    /** Begins with all there is, however much. */
    synchronized void begin(Collection<String> messages) {
        begun = true;
        waiting.addAll(messages);
        notifyAll();
    }

    synchronized boolean hasBegun() {
        return begun;
    }

    /** Tells changes; ends it if too much waits already. */
    synchronized void tell(List<String> messages) {
        waiting.addAll(messages);
        size += messages.stream().mapToInt(String::length).sum();
        if (size > WAITING_MAX) {
            end();
        }
        notifyAll();
    }

    /** Nothing is told any more. */
    public synchronized void end() {
        ended = true;
        waiting.clear();
        notifyAll();
    }

    /** Whether it has ended, or was given up as too slow. */
    public synchronized boolean hasEnded() {
        return ended;
    }

    /** What waits next, or nothing if there is nothing for so long. */
    public synchronized Optional<String> next(long millisMax) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millisMax);
        while (waiting.isEmpty() && !ended) {
            long millis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (millis <= 0) {
                break;
            }
            wait(millis);
        }
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        String message = waiting.remove();
        // What it began with is not counted, so the count is of no use before that is gone.
        size = waiting.isEmpty() ? 0 : size;
        return Optional.of(message);
    }
}
