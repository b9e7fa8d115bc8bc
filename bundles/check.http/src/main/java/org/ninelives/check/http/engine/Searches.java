package org.ninelives.check.http.engine;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.ninelives.check.http.core.Fault;
import org.ninelives.check.http.core.Judge;

/**
 * Looks for patterns on threads of the kernel: a pattern may compute for as long as it is let, and
 * on a virtual thread it would hold up all looks that share a processor with it.
 */
final class Searches {

    private static final Executor THREADS = threads();

    private Searches() {}

    private static Executor threads() {
        int processors = Runtime.getRuntime().availableProcessors();
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(
                        processors,
                        processors,
                        5,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        Thread.ofPlatform().daemon().name("http-search").factory());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /**
     * Looks for the pattern that the answer is judged by. An interrupt ends the search soon, and
     * holds on.
     *
     * @param deadlineNanos when to give up
     * @return what is wrong with the answer; empty if nothing is
     */
    static Optional<Fault> fault(Judge judge, int status, long deadlineNanos) {
        AtomicBoolean interrupted = new AtomicBoolean();
        BooleanSupplier timeOver = () -> interrupted.get() || System.nanoTime() - deadlineNanos > 0;
        FutureTask<Optional<Fault>> search = new FutureTask<>(() -> judge.fault(status, timeOver));
        THREADS.execute(search);
        try {
            while (true) {
                try {
                    return search.get();
                } catch (InterruptedException e) {
                    interrupted.set(true);
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            if (interrupted.get()) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
