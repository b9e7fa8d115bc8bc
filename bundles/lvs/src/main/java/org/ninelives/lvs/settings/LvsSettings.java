package org.ninelives.lvs.settings;

import java.util.List;

/** Everything the configuration says about load balancing. */
public record LvsSettings(LvsGlobals globals, List<VirtualServerSettings> virtualServers) {

    public LvsSettings {
        virtualServers = List.copyOf(virtualServers);
    }
}
