package org.ninelives.migrate.core;

import org.ninelives.config.Problem;

/** How much something matters for a change-over, from least to most. */
public enum Weight {
    /** Nothing to do about it. */
    NOTHING(0),
    /** Runs, but is to be read before. */
    READ(3),
    /** Something of this configuration would not run. */
    LOST(4);

    private final int status;

    Weight(int status) {
        this.status = status;
    }

    /** With which the command ends where nothing is worse. */
    int status() {
        return status;
    }

    /** That of something that the test of the configuration found. */
    static Weight of(Problem problem) {
        return switch (problem.severity()) {
            case NOTE -> NOTHING;
            case WARNING -> READ;
            case ERROR -> LOST;
        };
    }
}
