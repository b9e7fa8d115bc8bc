package org.ninelives.lvs.settings;

import java.util.List;

/** Everything the configuration says about load balancing. */
public record LvsSettings(LvsGlobals globals, List<VirtualServerSettings> virtualServers) {

    /** Nothing is balanced. */
    public static final LvsSettings NONE = new LvsSettings(LvsGlobals.DEFAULT, List.of());

    public LvsSettings {
        virtualServers = List.copyOf(virtualServers);
    }
}
