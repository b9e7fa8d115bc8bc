package org.ninelives.vrrp.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    /**
     * The same, with the very objects of earlier settings for virtual routers that are as they
     * were: whoever compares them sees so at a glance.
     */
    public VrrpSettings sharing(VrrpSettings earlier) {
        Map<InstanceKey, InstanceSettings> known = new HashMap<>();
        earlier.instances.forEach(instance -> known.put(instance.key(), instance));
        List<InstanceSettings> shared =
                instances.stream()
                        .map(
                                wanted -> {
                                    InstanceSettings before = known.get(wanted.key());
                                    return wanted.equals(before) ? before : wanted;
                                })
                        .toList();
        return new VrrpSettings(shared, groups, statics, globals);
    }
}
