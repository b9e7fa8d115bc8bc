package org.ninelives.overrides.core;

import org.ninelives.api.override.Lasting;
import org.ninelives.api.override.LiveOverride;
import org.ninelives.api.override.OverrideKey;
import org.ninelives.api.override.OverrideKind;

/** Overrides for tests. */
public final class Samples {

    private Samples() {}

    /** Of a priority. */
    public static LiveOverride priority(
            String instance, int value, long setMillis, long untilMillis, Lasting lasting) {
        return new LiveOverride(
                new OverrideKey(OverrideKind.PRIORITY, instance),
                Integer.toString(value),
                "control at 127.0.0.1",
                setMillis,
                untilMillis,
                lasting);
    }
}
