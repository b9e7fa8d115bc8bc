package org.ninelives.overrides.core;

import java.time.Instant;
import org.ninelives.api.override.LiveOverride;

/** The lines of the log: who has done what, from which value to which, and until when. */
public final class Lines {

    private Lines() {}

    /** One was set. */
    public static String set(LiveOverride override, String from) {
        return "Override: %s set %s from %s to %s, %s"
                .formatted(
                        override.setBy(), override.key(), from, override.value(), override.end());
    }

    /** Its time is up. */
    public static String expired(LiveOverride override, String to) {
        return "Override: the time of %s %s is up, back to %s; %s"
                .formatted(override.key(), override.value(), known(to), origin(override));
    }

    /** Somebody has ended it. */
    public static String reverted(LiveOverride override, String by, String to) {
        return "Override: %s reverted %s from %s to %s; %s"
                .formatted(by, override.key(), override.value(), known(to), origin(override));
    }

    /** A reload has ended it. */
    public static String endedByReload(LiveOverride override, String to) {
        return "Override: the reload ends %s %s, back to %s; %s"
                .formatted(override.key(), override.value(), known(to), origin(override));
    }

    /** A restart has ended it. */
    public static String endedByRestart(LiveOverride override) {
        return "Override: the restart ends %s %s; %s"
                .formatted(override.key(), override.value(), origin(override));
    }

    /** Its time was up while the daemon was down. */
    public static String passed(LiveOverride override) {
        return "Override: the time of %s %s was up at %s, while the daemon was down; %s"
                .formatted(
                        override.key(),
                        override.value(),
                        Instant.ofEpochMilli(override.untilMillis()),
                        origin(override));
    }

    /** It holds again. */
    public static String restored(LiveOverride override) {
        return "Override: %s %s holds again, %s; %s"
                .formatted(override.key(), override.value(), override.end(), origin(override));
    }

    private static String known(String value) {
        return value.isEmpty() ? "what will be configured" : value;
    }

    private static String origin(LiveOverride override) {
        return "%s had set it at %s"
                .formatted(override.setBy(), Instant.ofEpochMilli(override.setMillis()));
    }
}
