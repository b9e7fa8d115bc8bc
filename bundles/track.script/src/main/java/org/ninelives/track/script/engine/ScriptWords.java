package org.ninelives.track.script.engine;

import java.time.Duration;
import java.util.Locale;
import org.ninelives.api.script.ScriptEnd;
import org.ninelives.api.script.ScriptOutcome;

/** What the log says about scripts; it begins with the words that monitors look for. */
final class ScriptWords {

    private ScriptWords() {}

    /** A script is good or bad now, because of its last run. */
    static String changed(String name, ScriptOutcome outcome) {
        return "VRRP_Script(" + name + ") " + verdict(outcome) + details(outcome);
    }

    private static String verdict(ScriptOutcome outcome) {
        if (outcome.succeeded()) {
            return "succeeded";
        }
        return outcome.end() instanceof ScriptEnd.TimedOut
                ? "timed out"
                : "failed (" + outcome.end().text() + ")";
    }

    /** A script is bad before its first run. */
    static String assumedBad(String name) {
        return "VRRP_Script(" + name + ") failed (init_fail, until it succeeds)";
    }

    static String kept(String name, boolean good) {
        return "VRRP_Script("
                + name
                + ") considered "
                + (good ? "successful" : "unsuccessful")
                + " on reload";
    }

    /** A run ended otherwise than the one before. */
    static String ended(String name, ScriptOutcome outcome) {
        return "Script `" + name + "` now " + how(outcome.end()) + details(outcome);
    }

    private static String how(ScriptEnd end) {
        return switch (end) {
            case ScriptEnd.Exited exited -> "returning " + exited.status();
            case ScriptEnd.TimedOut timedOut -> "timing out";
            case ScriptEnd.Signalled signalled -> signalled.text();
            case ScriptEnd.Killed killed -> killed.text();
            case ScriptEnd.NotStarted notStarted -> notStarted.text();
            case ScriptEnd.Withheld withheld -> withheld.text();
        };
    }

    private static String details(ScriptOutcome outcome) {
        String time = outcome.pid().isPresent() ? " after " + seconds(outcome.duration()) : "";
        return outcome.output().isEmpty()
                ? time
                : time + ", output: " + String.join(" | ", outcome.output());
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f s", time.toNanos() / 1e9);
    }
}
