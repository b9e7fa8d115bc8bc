package org.ninelives.labs;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for the world to become as expected, by looking often. */
final class Await {
    /** Long enough for everything that comes at all, on a machine with much else to do. */
    static final Duration LIMIT = Duration.ofSeconds(60);

    private static final long POLL_MILLIS = 20;

    private Await() {}

    /**
     * Waits until the condition holds.
     *
     * @param details what to tell when it does not in time
     * @throws AssertionError when the limit passes first
     */
    static void until(
            String expectation,
            Duration limit,
            BooleanSupplier condition,
            Supplier<String> details) {
        value(
                expectation,
                limit,
                () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty(),
                details);
    }

    /** Waits until there is a value and gives it; otherwise as {@link #until}. */
    static <T> T value(
            String expectation,
            Duration limit,
            Supplier<Optional<T>> value,
            Supplier<String> details) {
        long deadlineNanos = System.nanoTime() + limit.toNanos();
        while (true) {
            // The clock is read first: a look that began in time counts.
            boolean isLast = System.nanoTime() - deadlineNanos >= 0;
            Optional<T> found = value.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (isLast) {
                throw new AssertionError(
                        "not within %d ms: %s%n%s"
                                .formatted(limit.toMillis(), expectation, details.get()));
            }
            pause(Duration.ofMillis(POLL_MILLIS));
        }
    }

    /** Lets real time pass, for a lab that shows that something does not happen. */
    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
