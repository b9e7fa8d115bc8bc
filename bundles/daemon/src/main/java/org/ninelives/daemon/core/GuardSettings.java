package org.ninelives.daemon.core;

import java.time.Duration;
import java.util.Set;

/**
 * For what an applied reload is watched.
 *
 * @param time how long, 1 second to an hour
 * @param conditions what must not happen in it, at least one
 */
public record GuardSettings(Duration time, Set<Condition> conditions) {

    public static final int SECONDS_MAX = 3600;

    public GuardSettings {
        conditions = Set.copyOf(conditions);
    }

    /** {@code fault quorum}. */
    public String words() {
        return Condition.words(conditions);
    }

    /** {@code 30 fault quorum}, as the operator writes it. */
    @Override
    public String toString() {
        return time.toSeconds() + " " + words();
    }
}
