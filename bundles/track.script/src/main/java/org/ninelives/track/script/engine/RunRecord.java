package org.ninelives.track.script.engine;

import java.time.Duration;
import java.util.List;
import org.ninelives.api.script.ScriptEnd;
import org.ninelives.api.script.ScriptOutcome;

/**
 * What the runs of a script were like.
 *
 * @param runs those that have ended
 * @param failures those of them that did not end with status 0
 * @param timeouts those of them that were ended because they took too long
 * @param skipped those that were left out because the one before had not ended
 * @param lastExit how the last one ended; empty before the first
 * @param output the last lines of the last one
 */
public record RunRecord(
        long runs,
        long failures,
        long timeouts,
        long skipped,
        String lastExit,
        Duration lastDuration,
        Duration longestDuration,
        List<String> output) {

    /** Before the first run. */
    static final RunRecord NONE =
            new RunRecord(0, 0, 0, 0, "", Duration.ZERO, Duration.ZERO, List.of());

    RunRecord plus(ScriptOutcome outcome) {
        boolean timedOut = outcome.end() instanceof ScriptEnd.TimedOut;
        Duration duration = outcome.duration();
        return new RunRecord(
                runs + 1,
                outcome.succeeded() ? failures : failures + 1,
                timedOut ? timeouts + 1 : timeouts,
                skipped,
                outcome.end().text(),
                duration,
                duration.compareTo(longestDuration) > 0 ? duration : longestDuration,
                outcome.output());
    }

    RunRecord plusSkipped() {
        return new RunRecord(
                runs,
                failures,
                timeouts,
                skipped + 1,
                lastExit,
                lastDuration,
                longestDuration,
                output);
    }
}
