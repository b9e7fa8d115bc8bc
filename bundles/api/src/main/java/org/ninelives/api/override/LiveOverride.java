package org.ninelives.api.override;

import java.time.Instant;
import java.util.Objects;
import org.ninelives.api.management.OverrideStatus;

/**
 * What an operator has set in place of the configuration.
 *
 * @param value in the words of its {@link OverrideKind}
 * @param setBy who, as the audit tells it
 * @param setMillis when, milliseconds since 1970 UTC
 * @param untilMillis when it ends, likewise; 0 for no end
 */
public record LiveOverride(
        OverrideKey key,
        String value,
        String setBy,
        long setMillis,
        long untilMillis,
        Lasting lasting) {

    /** The value where there is nothing to choose. */
    public static final String ON = "on";

    /** What the configuration says where there is nothing to choose. */
    public static final String OFF = "off";

    public LiveOverride {
        Objects.requireNonNull(key);
        Objects.requireNonNull(value);
        Objects.requireNonNull(setBy);
        Objects.requireNonNull(lasting);
    }

    /** The number that was set. */
    public int number() {
        return Integer.parseInt(value);
    }

    /**
     * It, for clients.
     *
     * @param configured what would hold without it; empty where that is not known
     */
    public OverrideStatus status(String configured) {
        return status(configured, lasting);
    }

    /** The same where it will last otherwise than it was set to. */
    public OverrideStatus status(String configured, Lasting really) {
        return new OverrideStatus(
                key.kind().word(),
                key.subject(),
                value,
                configured,
                setBy,
                setMillis,
                untilMillis,
                really.name());
    }

    /** When it ends: {@code until 2026-11-21T13:00:00Z or the next restart}. */
    public String end() {
        return untilMillis == 0
                ? "until " + lasting.words()
                : "until " + Instant.ofEpochMilli(untilMillis) + " or " + lasting.words();
    }

    /** A sentence for the operator who asks why things are as they are. */
    public String sentence(String configured) {
        String what =
                value.equals(ON)
                        ? "%s is on".formatted(key)
                        : "%s is %s, not %s".formatted(key, value, configured);
        return "OVERRIDE: %s: set by %s at %s, %s"
                .formatted(what, setBy, Instant.ofEpochMilli(setMillis), end());
    }
}
