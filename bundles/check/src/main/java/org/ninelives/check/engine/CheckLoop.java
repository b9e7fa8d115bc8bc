package org.ninelives.check.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.ninelives.api.system.LoopPatience;
import org.ninelives.check.core.Agenda;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread of the checks. */
final class CheckLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CheckLoop.class);

    /**
     * Looks that are due within so long start together: a few hundred wake-ups a second will do.
     */
    private static final long NAP_NANOS = 10_000_000L;

    /** A thread that has nothing to do need not wake at all. */
    private static final long LONG_NANOS = 3_600_000_000_000L;

    private final Inbox inbox;
    private final Looks looks;
    private final Thread thread;
    private final LoopPatience patience = new LoopPatience("checks");
    private boolean closing;

    /** Belongs to the thread. */
    private boolean closed;

    /** Starts the thread. */
    CheckLoop(Inbox inbox, Looks looks) {
        this.inbox = inbox;
        this.looks = looks;
        thread = Thread.ofPlatform().daemon().name("checks").unstarted(this::run);
        inbox.setReader(thread);
        thread.start();
    }

    /** Does the work on the thread, soon. */
    void post(Runnable work) {
        inbox.post(work);
    }

    /**
     * Does the work on the thread, and waits for its answer. Not for that thread.
     *
     * @throws IllegalStateException if the thread has been told to end
     */
    <T> T ask(Supplier<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        begin(work, answer);
        return answer.join();
    }

    /**
     * Looks at something on the thread; one that hangs does not hold up who asks.
     *
     * @throws IllegalStateException if the thread has been told to end, or does not answer
     */
    <T> T look(Supplier<T> look) {
        patience.refuseIfHung();
        LoopPatience.Question<T> question = patience.begin();
        begin(look, question.answer());
        try {
            return patience.await(question);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private <T> void begin(Supplier<T> work, CompletableFuture<T> answer) {
        Runnable errand =
                () -> {
                    try {
                        answer.complete(work.get());
                    } catch (RuntimeException e) {
                        answer.completeExceptionally(e);
                    }
                };
        synchronized (this) {
            if (closing) {
                throw new IllegalStateException("no check is made any more");
            }
            inbox.post(errand);
        }
    }

    private void run() {
        while (!closed) {
            try {
                step();
            } catch (RuntimeException e) {
                LOG.error("A step of the checks was left out", e);
            }
        }
    }

    private void step() {
        Runnable work = inbox.nextPosted();
        while (work != null) {
            work.run();
            work = inbox.nextPosted();
        }
        long now = System.nanoTime();
        LookRun run = inbox.nextEnded();
        while (run != null) {
            looks.ended(run, now);
            run = inbox.nextEnded();
        }
        looks.tick(now);
        inbox.sleepUntil(now + napNanos(now), System.nanoTime());
    }

    private long napNanos(long nowNanos) {
        long deadline = looks.deadlineNanos();
        return deadline == Agenda.NEVER
                ? LONG_NANOS
                : Math.clamp(deadline - nowNanos, NAP_NANOS, LONG_NANOS);
    }

    /** Ends the thread; what is under way ends by itself. */
    @Override
    public synchronized void close() {
        closing = true;
        inbox.post(() -> closed = true);
    }
}
