package org.ninelives.management.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Decides when a line is told that a client could cause as often as it likes: at once the first
 * time, then once in a while for each cause. Safe for use by several threads.
 */
final class Seldom {

    private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** More causes at once push out the oldest, which is then told as if it were new. */
    private static final int CAUSES_MAX = 1000;

    private final LongSupplier clock;
    private final Map<String, Told> told =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Told> eldest) {
                    return size() > CAUSES_MAX;
                }
            };

    private record Told(long nanos, int leftOut) {}

    /**
     * Has told nothing yet.
     *
     * @param clock nanoseconds, as of {@link System#nanoTime}
     */
    Seldom(LongSupplier clock) {
        this.clock = clock;
    }

    /** How many lines were left out since the last one, or nothing if this one is, too. */
    synchronized OptionalInt tell(String cause) {
        long now = clock.getAsLong();
        Told before = told.get(cause);
        if (before != null && now - before.nanos < PERIOD_NANOS) {
            told.put(cause, new Told(before.nanos, before.leftOut + 1));
            return OptionalInt.empty();
        }
        told.remove(cause);
        told.put(cause, new Told(now, 0));
        return OptionalInt.of(before == null ? 0 : before.leftOut);
    }

    /** The end of a line: what was left out, or nothing. */
    static String more(int leftOut) {
        return leftOut == 0 ? "" : " (and " + leftOut + " times before)";
    }
}
