package org.ninelives.api.script;

import java.time.Duration;

/** How a run of a script came to its end. */
public sealed interface ScriptEnd {

    /** In the words of the log: {@code exited with status 1}. */
    String text();

    /**
     * It ended by itself.
     *
     * @param status 0..255
     */
    record Exited(int status) implements ScriptEnd {
        @Override
        public String text() {
            return "exited with status " + status;
        }
    }

    /**
     * A signal ended it that was none of ours. A status of 128 and the number of a signal counts as
     * this, which is what a shell makes of a command that was ended so.
     *
     * @param signal 1..64
     */
    record Signalled(int signal) implements ScriptEnd {
        @Override
        public String text() {
            return "ended by signal " + signal;
        }
    }

    /** It took too long and was ended by force. */
    record TimedOut(Duration limit) implements ScriptEnd {
        @Override
        public String text() {
            return "timed out after " + ScriptOutcome.seconds(limit);
        }
    }

    /** It was ended by {@link ScriptRun#kill}. */
    record Killed() implements ScriptEnd {
        @Override
        public String text() {
            return "was stopped";
        }
    }

    /**
     * It never ran.
     *
     * @param reason a clause for the operator
     */
    record NotStarted(String reason) implements ScriptEnd {
        @Override
        public String text() {
            return "could not be started: " + reason;
        }
    }

    /**
     * It never ran, for a reason that tells nothing about the script: too many run already, this
     * machine has no process, memory or file left, or the daemon stops.
     *
     * @param reason a clause for the operator
     */
    record Withheld(String reason) implements ScriptEnd {
        @Override
        public String text() {
            return "was not started: " + reason;
        }
    }
}
