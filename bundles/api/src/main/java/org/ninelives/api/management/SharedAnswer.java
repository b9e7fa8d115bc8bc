package org.ninelives.api.management;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * One answer for many who ask the same: however many clients read beans, the loop that knows the
 * answer is asked ten times a second at most, and once more after each change. Who reads after a
 * change was told reads what came of it. Safe for use by several threads.
 */
public final class SharedAnswer<T> {

    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** A question that costs the loop much is asked the less often. */
    private static final int COST_SHARE = 5;

    private final Supplier<T> question;
    private final LongSupplier clockNanos;
    private final AtomicLong changes = new AtomicLong();
    private volatile Held<T> held;

    private record Held<T>(T answer, long changes, long nanos, long costNanos) {}

    /**
     * Not asked yet.
     *
     * @param question asked by one thread at a time; what it throws reaches who waits for it
     */
    public SharedAnswer(Supplier<T> question) {
        this(question, System::nanoTime);
    }

    SharedAnswer(Supplier<T> question, LongSupplier clockNanos) {
        this.question = question;
        this.clockNanos = clockNanos;
    }

    /** Something is different; whoever asks from now on is told so. */
    public void outdate() {
        changes.incrementAndGet();
    }

    /** The answer: as fresh as said above. */
    public T get() {
        return Moment.answer(this, this::recent);
    }

    private T recent() {
        Held<T> now = held;
        return isFresh(now) ? now.answer() : renew();
    }

    private boolean isFresh(Held<T> now) {
        return now != null
                && now.changes() == changes.get()
                && clockNanos.getAsLong() - now.nanos() < FRESH_NANOS;
    }

    private synchronized T renew() {
        Held<T> before = held;
        if (isFresh(before)) {
            return before.answer();
        }
        if (before != null) {
            long pause = Math.min(FRESH_NANOS, COST_SHARE * before.costNanos());
            rest(before.nanos() + pause - clockNanos.getAsLong());
        }
        long seen = changes.get();
        long begin = clockNanos.getAsLong();
        T answer = question.get();
        long end = clockNanos.getAsLong();
        held = new Held<>(answer, seen, end, end - begin);
        return answer;
    }

    private static void rest(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
