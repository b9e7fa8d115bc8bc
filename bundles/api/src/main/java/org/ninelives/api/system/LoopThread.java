package org.ninelives.api.system;

import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * A loop and what works on it, as other threads see them: whatever is asked is a message to the
 * loop, and waits for the answer a bounded time. Safe for use by several threads.
 *
 * @param <T> what works on the loop
 */
public final class LoopThread<T extends LoopTask> {

    private final LoopPatience patience;
    private final WatchLoop loop;
    private final T task;

    private LoopThread(LoopPatience patience, WatchLoop loop, T task) {
        this.patience = patience;
        this.loop = loop;
        this.task = task;
    }

    /** Makes what works on a loop; called on the loop's thread. */
    @FunctionalInterface
    public interface TaskMaker<L, T> {
        T on(L loop) throws SystemException;
    }

    /** Starts a loop, as {@link Machine#startLoop} does. */
    @FunctionalInterface
    public interface Starter<L> {
        L start(String threadName, LoopTask task) throws SystemException;
    }

    /** Something to ask of what works on the loop; asked on the loop's thread. */
    @FunctionalInterface
    public interface Question<T, R> {
        R answer(T task) throws SystemException;
    }

    /** An answer to come. */
    public static final class Answer<R> {

        private final LoopPatience patience;
        private final LoopPatience.Question<R> question;

        private Answer(LoopPatience patience) {
            this.patience = patience;
            question = patience.begin();
        }

        private void become(Call<R> call) {
            try {
                question.answer().complete(call.run());
            } catch (SystemException | RuntimeException e) {
                question.answer().completeExceptionally(e);
            }
        }

        /**
         * Waits for it.
         *
         * @throws SystemException if the question does
         * @throws IllegalStateException if the loop does not answer
         */
        public R await() throws SystemException {
            try {
                return patience.await(question);
            } catch (ExecutionException e) {
                switch (e.getCause()) {
                    case SystemException refused -> throw refused;
                    case RuntimeException wrong -> throw wrong;
                    default -> throw new IllegalStateException(e.getCause());
                }
            }
        }
    }

    /**
     * Starts a loop, and what needs it to exist.
     *
     * @param name of the thread
     * @throws SystemException what the machine refuses, to either
     */
    public static <L extends WatchLoop, T extends LoopTask> LoopThread<T> start(
            String name, Starter<L> starter, TaskMaker<L, T> maker) throws SystemException {
        Late<T> late = new Late<>();
        L loop = starter.start(name, late);
        LoopPatience patience = new LoopPatience(name);
        try {
            return new LoopThread<>(
                    patience, loop, ask(patience, loop, () -> late.begin(maker.on(loop))).await());
        } catch (SystemException | RuntimeException e) {
            loop.close();
            throw e;
        }
    }

    /**
     * Asks and waits; a loop that is known to hang is asked nothing.
     *
     * @throws SystemException if the question does
     * @throws IllegalStateException if the loop does not answer
     */
    public <R> R ask(Question<? super T, R> question) throws SystemException {
        patience.refuseIfHung();
        return begin(question).await();
    }

    /** Asks, for one who cannot wait here; even a loop that is known to hang. */
    public <R> Answer<R> begin(Question<? super T, R> question) {
        return ask(patience, loop, () -> question.answer(task));
    }

    /** Asks for something to be done, soon. */
    public void post(Consumer<? super T> work) {
        loop.post(() -> work.accept(task));
    }

    /** Lets what was posted be done, and ends the loop. */
    public void close() {
        loop.close();
    }

    private interface Call<R> {
        R run() throws SystemException;
    }

    private static <R> Answer<R> ask(LoopPatience patience, WatchLoop loop, Call<R> call) {
        Answer<R> answer = new Answer<>(patience);
        loop.post(() -> answer.become(call));
        return answer;
    }

    /**
     * Stands in for the task until that exists; the loop needs a task before the task can have its
     * loop.
     */
    private static final class Late<T extends LoopTask> implements LoopTask {

        private T task;

        T begin(T begun) {
            task = begun;
            return begun;
        }

        @Override
        public long deadlineNanos() {
            return task == null ? NEVER : task.deadlineNanos();
        }

        @Override
        public void due(long nowNanos) {
            task.due(nowNanos);
        }

        @Override
        public void turnEnded(long nowNanos) {
            if (task != null) {
                task.turnEnded(nowNanos);
            }
        }
    }
}
