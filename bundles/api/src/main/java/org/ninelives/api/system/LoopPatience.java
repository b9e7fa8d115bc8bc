package org.ninelives.api.system;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * How long those wait who ask one loop. A loop that does not answer within five seconds is hung,
 * and waiting longer would hang the caller too; from then on whoever asks is refused at once, until
 * the loop has answered what it owes. Safe for use by several threads.
 */
public final class LoopPatience {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);

    private final String loopName;
    private final Duration answerMax;
    private final LongSupplier clockNanos;

    /** The one that was given up first; null for none since the loop went on. */
    private final AtomicReference<Question<?>> owed = new AtomicReference<>();

    /** With a loop that answers. */
    public LoopPatience(String loopName) {
        this(loopName, ANSWER_MAX, System::nanoTime);
    }

    LoopPatience(String loopName, Duration answerMax, LongSupplier clockNanos) {
        this.loopName = loopName;
        this.answerMax = answerMax;
        this.clockNanos = clockNanos;
    }

    /**
     * One that is asked now.
     *
     * @param answer what the loop is going to complete
     */
    public record Question<R>(CompletableFuture<R> answer, long askedNanos) {}

    /**
     * Whoever can do without an answer calls this first.
     *
     * @throws IllegalStateException if the loop is hung: ask nothing more of it
     */
    public void refuseIfHung() {
        Question<?> first = owed.get();
        if (first != null && !first.answer().isDone()) {
            throw silent(first, null);
        }
        owed.compareAndSet(first, null);
    }

    /** Begins to wait; before the loop is told what to answer. */
    public <R> Question<R> begin() {
        return new Question<>(new CompletableFuture<>(), clockNanos.getAsLong());
    }

    /**
     * Waits for the answer.
     *
     * @throws ExecutionException with what the loop completed it exceptionally with
     * @throws IllegalStateException if the loop does not answer; says so in a sentence
     */
    public <R> R await(Question<R> question) throws ExecutionException {
        try {
            return question.answer().get(answerMax.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            owed.compareAndSet(null, question);
            throw silent(question, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "interrupted while waiting for the " + loopName + " loop", e);
        }
    }

    private IllegalStateException silent(Question<?> question, TimeoutException cause) {
        long seconds =
                TimeUnit.NANOSECONDS.toSeconds(clockNanos.getAsLong() - question.askedNanos());
        return new IllegalStateException(
                "the %s loop has not answered for %d s".formatted(loopName, seconds), cause);
    }
}
