package org.ninelives.api.script;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What became of one run of a script.
 *
 * @param pid of its process, which led a process group of its own; empty if it never ran
 * @param duration from the start of its process to its end
 * @param output its last lines, on standard output and standard error together, the oldest first;
 *     shortened, without control characters
 */
public record ScriptOutcome(
        ScriptEnd end, OptionalLong pid, Duration duration, List<String> output) {

    public ScriptOutcome {
        output = List.copyOf(output);
    }

    /** Whether it ended by itself with status 0. */
    public boolean succeeded() {
        return end instanceof ScriptEnd.Exited exited && exited.status() == 0;
    }

    /** {@code exited with status 1 after 0.012 s, output: no such process}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(end.text());
        if (pid.isPresent() && !(end instanceof ScriptEnd.TimedOut)) {
            text.append(" after ").append(seconds(duration));
        }
        if (!output.isEmpty()) {
            text.append(", output: ").append(String.join(" | ", output));
        }
        return text.toString();
    }

    /** {@code 0.012 s}. */
    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f s", time.toNanos() / 1e9);
    }
}
