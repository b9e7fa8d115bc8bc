package org.ninelives.vrrp.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.vrrp.core.Thing;
import org.ninelives.vrrp.core.Tracker;

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

    /** What the sync groups track for their members, by the names of these. */
    public Map<String, List<Tracker>> trackersOfGroups() {
        Map<String, List<Tracker>> byMember = new HashMap<>();
        groups.forEach(
                group -> group.members().forEach(name -> byMember.put(name, group.trackers())));
        return byMember;
    }

    /** All that is tracked and that others watch. */
    public Set<Thing> tracked() {
        return Stream.concat(
                        instances.stream().flatMap(each -> each.tracking().trackers().stream()),
                        groups.stream().flatMap(group -> group.trackers().stream()))
                .filter(tracker -> tracker.kind() != TrackerKind.INTERFACE)
                .map(Tracker::thing)
                .collect(Collectors.toUnmodifiableSet());
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
