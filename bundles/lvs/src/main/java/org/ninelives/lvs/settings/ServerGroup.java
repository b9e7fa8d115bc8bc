package org.ninelives.lvs.settings;

import java.util.List;

/**
 * A {@code virtual_server_group}.
 *
 * @param entries in the order of the configuration
 */
public record ServerGroup(String name, List<GroupEntry> entries) {

    public ServerGroup {
        entries = List.copyOf(entries);
    }
}
