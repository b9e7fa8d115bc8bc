package org.ninelives.check.engine;

import java.util.Optional;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckAssignment;
import org.ninelives.api.check.CheckKey;
import org.ninelives.api.check.CheckStanding;

/** A check of one server, and how it stands for whoever asked for it. */
final class Subject {

    private final CheckKey key;
    private CheckAssignment assignment;
    private CheckStanding standing = CheckStanding.UNKNOWN;
    private long sinceNanos;
    private Optional<String> hindrance = Optional.empty();

    /** Of which nothing is known. */
    Subject(CheckAssignment assignment) {
        this.key = assignment.key();
        this.assignment = assignment;
    }

    CheckKey key() {
        return key;
    }

    Check check() {
        return assignment.check();
    }

    boolean isSuspended() {
        return assignment.suspended();
    }

    /** Another check, or another rest, under the same key. */
    void assign(CheckAssignment next) {
        assignment = next;
    }

    CheckStanding standing() {
        return standing;
    }

    /** When its verdict became what it is; of use once there is one. */
    long sinceNanos() {
        return sinceNanos;
    }

    /** What keeps it from being looked at, a sentence; empty if nothing does. */
    void setHindrance(Optional<String> why) {
        hindrance = why;
    }

    /** The same in the words for whoever asked for it. */
    CheckStanding told() {
        return hindrance
                .map(
                        why ->
                                new CheckStanding(
                                        standing.verdict(),
                                        standing.weighting(),
                                        CheckWords.hindered(why, standing.reason())))
                .orElse(standing);
    }

    /** Whether that is news; if so, it stands like this from now on. */
    boolean take(CheckStanding next, long nowNanos) {
        if (next.verdict() == standing.verdict() && next.weighting().equals(standing.weighting())) {
            return false;
        }
        if (next.verdict() != standing.verdict()) {
            sinceNanos = nowNanos;
        }
        standing = next;
        return true;
    }
}
