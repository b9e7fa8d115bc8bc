package org.ninelives.check.misc;

import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.Weighting;
import org.ninelives.api.script.ScriptEnd;
import org.ninelives.api.script.ScriptOutcome;
import org.ninelives.api.system.ExhaustedException;

/** What the end of a command says about the server. Pure. */
final class MiscVerdict {

    /** The status that stands for weight 0; each further one for one more. */
    private static final int STATUS_OF_WEIGHT_0 = 2;

    /** What the outcome of a run calls a signal is this much more as a status. */
    private static final int STATUS_OF_SIGNAL_0 = 128;

    private MiscVerdict() {}

    /**
     * The result of a look at the server.
     *
     * @throws ExhaustedException if this machine could not begin it
     * @throws InterruptedException if this daemon has ended it
     */
    static CheckResult of(MiscCommand command, ScriptOutcome outcome)
            throws ExhaustedException, InterruptedException {
        return switch (outcome.end()) {
            case ScriptEnd.Exited exited -> ofStatus(command, exited.status(), outcome);
            // A shell that was told to exit with such a status cannot be told from one that a
            // signal has ended, and a script with weights has reasons to do so.
            case ScriptEnd.Signalled signalled when command.dynamic() ->
                    ofStatus(command, STATUS_OF_SIGNAL_0 + signalled.signal(), outcome);
            case ScriptEnd.Signalled signalled ->
                    failed(command, "due to signal " + signalled.signal(), outcome);
            case ScriptEnd.TimedOut timedOut ->
                    CheckResult.failed(
                            command.label()
                                    + " timed out. (after "
                                    + timedOut.limit().toMillis()
                                    + " ms)"
                                    + output(outcome));
            case ScriptEnd.NotStarted notStarted -> failed(command, notStarted.text(), outcome);
            case ScriptEnd.Withheld withheld ->
                    throw new ExhaustedException(command.label() + " " + withheld.text());
            case ScriptEnd.Killed killed ->
                    throw new InterruptedException(command.label() + " " + killed.text());
        };
    }

    private static CheckResult ofStatus(MiscCommand command, int status, ScriptOutcome outcome) {
        if (status == 0) {
            return CheckResult.passed(command.label() + " succeeded.");
        }
        if (!command.dynamic() || status < STATUS_OF_WEIGHT_0) {
            return failed(command, outcome.end().text(), outcome);
        }
        int weight = status - STATUS_OF_WEIGHT_0;
        return CheckResult.passed(command.label() + " succeeded. (weight " + weight + ")")
                .with(new Weighting.Set(weight));
    }

    private static CheckResult failed(MiscCommand command, String why, ScriptOutcome outcome) {
        return CheckResult.failed(command.label() + " failed (" + why + ")." + output(outcome));
    }

    private static String output(ScriptOutcome outcome) {
        return outcome.output().isEmpty() ? "" : " Output: " + String.join(" | ", outcome.output());
    }
}
