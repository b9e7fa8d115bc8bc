package org.ninelives.vrrp.settings;

import java.util.List;

/**
 * All that a configuration says about VRRP, checked and with all defaults filled in.
 *
 * @param instances in the order of the file
 * @param groups in the order of the file
 * @param statics what is kept whatever the state of the instances
 * @param globals what concerns all instances together
 */
public record VrrpSettings(
        List<InstanceSettings> instances,
        List<SyncGroupSettings> groups,
        StaticSettings statics,
        GlobalSettings globals) {

    /** No virtual router at all. */
    public static final VrrpSettings NONE = of(List.of());

    public VrrpSettings {
        instances = List.copyOf(instances);
        groups = List.copyOf(groups);
    }

    /** Whether there is nothing to do at all. */
    public boolean isIdle() {
        return instances.isEmpty() && statics.equals(StaticSettings.NONE);
    }

    /** These instances, and all else at its default. */
    public static VrrpSettings of(List<InstanceSettings> instances) {
        return new VrrpSettings(instances, List.of(), StaticSettings.NONE, GlobalSettings.DEFAULT);
    }
}
