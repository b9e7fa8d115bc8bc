package org.ninelives.lvs.settings;

import java.util.List;

/**
 * Everything the configuration says about load balancing.
 *
 * @param groups those that virtual servers may stand for, whether any does or not
 */
public record LvsSettings(
        LvsGlobals globals, List<ServerGroup> groups, List<VirtualServerSettings> virtualServers) {

    /** Nothing is balanced. */
    public static final LvsSettings NONE =
            new LvsSettings(LvsGlobals.DEFAULT, List.of(), List.of());

    public LvsSettings {
        groups = List.copyOf(groups);
        virtualServers = List.copyOf(virtualServers);
    }
}
