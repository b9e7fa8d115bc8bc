package org.ninelives.check.engine;

import java.util.concurrent.TimeUnit;
import org.ninelives.api.check.CheckResult;

/** How the runs of a look went. For one thread. */
final class LookHistory {

    private String lastReason = "";
    private long ended;
    private long failures;
    private long failuresInRow;
    private long lastNanos;
    private long lastEndNanos;

    /** A run that had begun has ended. */
    void add(LookRun run) {
        CheckResult result = run.outcome().result();
        ended++;
        lastReason = result.reason();
        lastEndNanos = run.endedNanos();
        lastNanos = lastEndNanos - run.begunNanos();
        if (result.passed()) {
            failuresInRow = 0;
        } else if (run.outcome().isResult()) {
            failures++;
            failuresInRow++;
        }
    }

    /** What the last one found, a sentence; empty before the first. */
    String lastReason() {
        return lastReason;
    }

    long ended() {
        return ended;
    }

    long failures() {
        return failures;
    }

    long failuresInRow() {
        return failuresInRow;
    }

    /** How long the last one took. */
    long lastMicros() {
        return TimeUnit.NANOSECONDS.toMicros(lastNanos);
    }

    /** When the last one ended; of use once one has. */
    long lastEndNanos() {
        return lastEndNanos;
    }
}
