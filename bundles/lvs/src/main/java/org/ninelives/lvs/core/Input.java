package org.ninelives.lvs.core;

import java.util.Map;
import java.util.function.Function;
import org.ninelives.api.check.CheckKey;
import org.ninelives.api.check.CheckStanding;
import org.ninelives.lvs.settings.VirtualServerSettings;

/** What befalls a virtual server. Real servers are called as the log calls them. */
public sealed interface Input {

    /**
     * These are the settings from now on.
     *
     * @param standings how each check stands
     */
    record Configured(VirtualServerSettings settings, Function<CheckKey, CheckStanding> standings)
            implements Input {}

    /** A check stands differently now; one that is not known any more is passed over. */
    record CheckTold(CheckKey key, CheckStanding standing) implements Input {}

    /** The virtual router that it follows is master, or is not. */
    record Mastership(boolean master) implements Input {}

    /** Operators want this from now on, and nothing else. May come before it is configured. */
    record Wished(Wishes wishes) implements Input {}

    /** How many connections the kernel counts for those who are to be without. */
    record ConnectionsCounted(Map<String, Long> connections) implements Input {}

    /** The deadline has come. */
    record Tick() implements Input {}

    /**
     * It is not in the configuration any more. With a drain timeout it is gone only when its
     * connections have ended or the time is up.
     */
    record Removed() implements Input {}

    /** The daemon stops. */
    record Stop() implements Input {}
}
