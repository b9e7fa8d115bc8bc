package org.ninelives.labs;

import java.time.Duration;

/** RFC 3768 section 6.1 for an advert interval of one second. */
final class Timers {
    /**
     * What a loaded machine may add to a time without being wrong: less than an interval, so that
     * one interval too many is seen.
     */
    static final Duration MARGIN = Duration.ofMillis(800);

    private Timers() {}

    static Duration skew(int priority) {
        return Duration.ofSeconds(1).multipliedBy(256 - priority).dividedBy(256);
    }

    /** How long a backup waits after the last advert it heard. */
    static Duration masterDown(int priority) {
        return Duration.ofSeconds(3).plus(skew(priority));
    }

    /** The latest end of {@link #masterDown} to accept. */
    static Duration late(int priority) {
        return masterDown(priority).plus(MARGIN);
    }
}
