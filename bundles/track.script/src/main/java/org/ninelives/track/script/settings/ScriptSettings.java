package org.ninelives.track.script.settings;

import java.time.Duration;
import org.ninelives.api.configuration.DifferenceList;
import org.ninelives.api.script.Script;
import org.ninelives.track.script.core.ScriptTiming;

/**
 * A script that can be tracked.
 *
 * @param name name of its {@code vrrp_script}
 * @param timeout how long it may run
 */
public record ScriptSettings(String name, Script script, ScriptTiming timing, Duration timeout) {

    private static final double SECOND_NANOS = 1e9;

    /** Whether results of the one tell something about the other. */
    public boolean runsSameAs(ScriptSettings other) {
        return name.equals(other.name) && script.equals(other.script);
    }

    /** What a reload may change about it. */
    public static DifferenceList<ScriptSettings> compared(DifferenceList<ScriptSettings> versions) {
        return versions.of("script", settings -> String.join(" ", settings.script.words()))
                .of("user", settings -> settings.script.user())
                .of("interval", settings -> settings.timing.intervalNanos() / SECOND_NANOS)
                .of("timeout", settings -> settings.timeout.toNanos() / SECOND_NANOS)
                .of("rise", settings -> settings.timing.rise())
                .of("fall", settings -> settings.timing.fall())
                .of("init_fail", settings -> settings.timing.failsFirst());
    }
}
