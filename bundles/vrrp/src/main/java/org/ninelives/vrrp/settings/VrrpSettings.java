package org.ninelives.vrrp.settings;

import java.util.List;

/**
 * All virtual routers of a configuration.
 *
 * @param instances in the order of the file
 * @param garpIntervalNanos least gap between two gratuitous ARPs on one interface, 0 for none
 * @param logUnknownVrids whether adverts of unknown virtual routers are logged
 */
public record VrrpSettings(
        List<InstanceSettings> instances, long garpIntervalNanos, boolean logUnknownVrids) {

    /** No virtual router at all. */
    public static final VrrpSettings NONE = new VrrpSettings(List.of(), 0, false);

    public VrrpSettings {
        instances = List.copyOf(instances);
    }
}
