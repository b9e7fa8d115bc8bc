package org.ninelives.api.system;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * A loop that runs only while there is something to do for it. For one thread at a time.
 *
 * @param <T> what works on the loop; a new one each time the loop starts
 */
public final class DemandLoop<T extends LoopTask> {

    private final Machine machine;
    private final String threadName;
    private final Supplier<T> tasks;
    private Optional<Running<T>> running = Optional.empty();

    private record Running<T>(WatchLoop loop, T task) {}

    /** No loop yet. */
    public DemandLoop(Machine machine, String threadName, Supplier<T> tasks) {
        this.machine = machine;
        this.threadName = threadName;
        this.tasks = tasks;
    }

    /**
     * Does this work on the loop, soon; starts the loop for it if there is none.
     *
     * @throws SystemException if the loop cannot be started; the work is not done then
     */
    public void run(BiConsumer<WatchLoop, T> work) throws SystemException {
        if (running.isEmpty()) {
            T task = tasks.get();
            running = Optional.of(new Running<>(machine.startWatchLoop(threadName, task), task));
        }
        Running<T> now = running.get();
        now.loop().post(() -> work.accept(now.loop(), now.task()));
    }

    /** Does this work as the last of the loop, and ends it; nothing where there is no loop. */
    public void end(BiConsumer<WatchLoop, T> work) {
        running.ifPresent(
                now -> {
                    now.loop().post(() -> work.accept(now.loop(), now.task()));
                    now.loop().close();
                });
        running = Optional.empty();
    }

    /**
     * Waits until all work so far is done.
     *
     * @param patience how long at most; zero for not at all
     * @return false if it was not done in that time; an interrupt ends the waiting early, and is
     *     kept
     */
    public boolean await(Duration patience) {
        if (running.isEmpty() || patience.isZero()) {
            return true;
        }
        CountDownLatch done = new CountDownLatch(1);
        running.get().loop().post(done::countDown);
        try {
            return done.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
