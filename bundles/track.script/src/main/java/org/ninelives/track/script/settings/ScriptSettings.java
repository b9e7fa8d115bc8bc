package org.ninelives.track.script.settings;

import java.time.Duration;
import org.ninelives.api.script.Script;
import org.ninelives.track.script.core.ScriptTiming;

/**
 * A script that can be tracked.
 *
 * @param name name of its {@code vrrp_script}
 * @param timeout how long it may run
 */
public record ScriptSettings(String name, Script script, ScriptTiming timing, Duration timeout) {

    /** Whether results of the one tell something about the other. */
    public boolean runsSameAs(ScriptSettings other) {
        return name.equals(other.name) && script.equals(other.script);
    }

    /** All of it but the name, for the operator. */
    public String words() {
        return "%s user %s interval %s timeout %s rise %d fall %d%s"
                .formatted(
                        String.join(" ", script.words()),
                        script.user().map(Object::toString).orElse("by default"),
                        Duration.ofNanos(timing.intervalNanos()),
                        timeout,
                        timing.rise(),
                        timing.fall(),
                        timing.failsFirst() ? " init_fail" : "");
    }
}
