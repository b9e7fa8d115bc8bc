package org.ninelives.track.script.engine;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.track.script.core.ScriptTiming;
import org.ninelives.track.script.settings.ScriptSettings;

/** A script as dumps tell of it. */
public final class ScriptText {

    private static final long SECOND_NANOS = 1_000_000_000L;

    private ScriptText() {}

    /**
     * Its lines.
     *
     * @param state what is known of it: GOOD, BAD, or anything else
     * @param running whether it runs now
     */
    public static List<String> of(ScriptSettings settings, String state, boolean running) {
        ScriptTiming timing = settings.timing();
        List<String> lines = new ArrayList<>();
        lines.add(" VRRP Script = " + settings.name());
        lines.add("   Command = " + command(settings));
        lines.add("   Interval = " + timing.intervalNanos() / SECOND_NANOS + " sec");
        lines.add("   Timeout = " + settings.timeout().toSeconds() + " sec");
        lines.add("   Rise = " + timing.rise());
        lines.add("   Fall = " + timing.fall());
        lines.add("   Init state = " + (timing.failsFirst() ? "failed" : "unknown"));
        // Exporters know these two words only; one without a result counts as bad for them.
        lines.add("   Status = " + (state.equals("GOOD") ? "GOOD" : "BAD"));
        lines.add("   State = " + (running ? "running" : "idle"));
        return lines;
    }

    /** Its words, each in quotes. */
    public static String command(ScriptSettings settings) {
        return "'" + String.join("' '", settings.script().words()) + "'";
    }
}
