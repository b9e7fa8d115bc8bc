package org.ninelives.vrrp.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.vrrp.core.Tracker;

/** Which virtual routers use which interfaces. */
public final class InterfaceUse {

    private InterfaceUse() {}

    /**
     * The names of the virtual routers that run on an interface, have addresses there, or track it.
     */
    public static Map<InterfaceName, List<String>> of(VrrpSettings settings) {
        Map<String, List<Tracker>> ofGroups = settings.trackersOfGroups();
        Map<InterfaceName, List<String>> users = new LinkedHashMap<>();
        for (InstanceSettings instance : settings.instances()) {
            for (InterfaceName name :
                    interfaces(instance, ofGroups.getOrDefault(instance.name(), List.of()))) {
                users.computeIfAbsent(name, any -> new ArrayList<>()).add(instance.name());
            }
        }
        return users;
    }

    private static Set<InterfaceName> interfaces(InstanceSettings instance, List<Tracker> ofGroup) {
        Set<InterfaceName> names = new LinkedHashSet<>();
        instance.key().interfaceName().ifPresent(names::add);
        instance.addresses().forEach(address -> address.device().ifPresent(names::add));
        tracked(instance.tracking().trackers(), names);
        tracked(ofGroup, names);
        return names;
    }

    private static void tracked(List<Tracker> trackers, Set<InterfaceName> names) {
        trackers.stream()
                .filter(tracker -> tracker.kind() == TrackerKind.INTERFACE)
                .forEach(tracker -> names.add(new InterfaceName(tracker.name())));
    }
}
