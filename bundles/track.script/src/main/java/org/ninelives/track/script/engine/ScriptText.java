package org.ninelives.track.script.engine;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ninelives.api.dump.DumpText;
import org.ninelives.api.management.ScriptDetails;
import org.ninelives.api.track.TrackerDefinition;
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
        DumpText text = new DumpText();
        text.thing("VRRP Script", settings.name());
        text.say("Command", command(settings));
        text.say("Interval", timing.intervalNanos() / SECOND_NANOS + " sec");
        text.say("Timeout", settings.timeout().toSeconds() + " sec");
        text.say("Rise", timing.rise());
        text.say("Fall", timing.fall());
        text.say("Init state", timing.failsFirst() ? "failed" : "unknown");
        // Exporters know these two words only; one without a result counts as bad for them.
        text.say("Status", state.equals("GOOD") ? "GOOD" : "BAD");
        text.say("State", running ? "running" : "idle");
        return text.lines();
    }

    /**
     * What a client of its bean is told.
     *
     * @param before how many scripts stand before it
     */
    public static ScriptDetails details(
            ScriptSettings settings, TrackerDefinition definition, int before) {
        ScriptTiming timing = settings.timing();
        return new ScriptDetails(
                before + 1,
                command(settings),
                TimeUnit.NANOSECONDS.toMillis(timing.intervalNanos()),
                timing.rise(),
                timing.fall(),
                definition.weight(),
                definition.reverse());
    }

    /** Its words, each in quotes. */
    public static String command(ScriptSettings settings) {
        return "'" + String.join("' '", settings.script().words()) + "'";
    }
}
