package org.ninelives.lvs.core;

import java.time.Duration;
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

    /**
     * A real server shall get no more connections, and leave the kernel when it has none.
     *
     * @param limit how long it may take; {@link Duration#ZERO} for as long as it takes
     */
    record DrainServer(String realServer, Duration limit) implements Input {}

    /** A real server that was to be drained shall serve again. */
    record UndrainServer(String realServer) implements Input {}

    /**
     * A real server has this weight, whatever the configuration and its checks say.
     *
     * @param weight 0..2147483647
     */
    record OverrideWeight(String realServer, int weight) implements Input {}

    /** A real server has the weight again that the configuration and its checks say. */
    record ClearOverride(String realServer) implements Input {}

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
