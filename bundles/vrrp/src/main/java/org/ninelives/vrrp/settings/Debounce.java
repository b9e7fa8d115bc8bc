package org.ninelives.vrrp.settings;

/**
 * How long a link must keep a new state before it counts.
 *
 * @param downNanos before it counts as down
 * @param upNanos before it counts as up again
 */
public record Debounce(long downNanos, long upNanos) {

    private static final double SECOND_NANOS = 1e9;

    /** The same, no longer than this. */
    Debounce atMost(long nanos) {
        return new Debounce(Math.min(downNanos, nanos), Math.min(upNanos, nanos));
    }

    @Override
    public String toString() {
        return downNanos / SECOND_NANOS + " " + upNanos / SECOND_NANOS;
    }
}
