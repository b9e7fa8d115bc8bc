package org.ninelives.vrrp.settings;

import java.util.List;

/**
 * Something set at start and kept until the stop, whatever the state of the virtual routers.
 *
 * @param entry an address, a route or a rule
 * @param instances the names of the virtual routers that are in fault while it is gone ({@code
 *     track_group}); often none
 */
public record StaticEntry<T>(T entry, List<String> instances) {

    public StaticEntry {
        instances = List.copyOf(instances);
    }
}
