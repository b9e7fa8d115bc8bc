package org.ninelives.management.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How often somebody has failed to log in lately, from where. Each failure makes the answer to the
 * next one later; an answer to a right password is never late. What is kept is bounded. Safe for
 * use by several threads.
 */
final class FailedLogins {

    private static final long FIRST_MILLIS = 250;
    private static final long LONGEST_MILLIS = 8_000;
    private static final int DOUBLINGS = 5; // 250 ms become 8 s

    /** As long as nobody has failed, what was before is forgotten. */
    private static final long FORGET_NANOS = TimeUnit.MINUTES.toNanos(5);

    /** More push out the oldest. */
    private static final int ORIGINS_MAX = 1000;

    private final Map<Origin, Failure> failures =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Origin, Failure> eldest) {
                    return size() > ORIGINS_MAX;
                }
            };

    /**
     * A login that failed.
     *
     * @param count how many have from there, without five minutes of peace between them
     * @param nanos when
     */
    record Failure(int count, long nanos) {
        /** How long its answer waits. */
        long delayMillis() {
            return Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(count - 1, DOUBLINGS));
        }
    }

    /** Counts one more. */
    synchronized Failure failed(Origin origin, long nowNanos) {
        Failure before = failures.remove(origin);
        boolean counts = before != null && nowNanos - before.nanos < FORGET_NANOS;
        Failure failure = new Failure(counts ? before.count + 1 : 1, nowNanos);
        failures.put(origin, failure);
        return failure;
    }
}
