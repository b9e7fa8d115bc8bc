package org.ninelives.vrrp.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ninelives.api.configuration.PlannedChange;
import org.ninelives.api.configuration.PlannedChange.Kind;

/** What a reload would do to the virtual routers, told before it is done. */
public final class VrrpPlan {

    private VrrpPlan() {}

    /**
     * The changes from one configuration to another, in the order of the new one; removed instances
     * come last.
     */
    public static List<PlannedChange> changes(VrrpSettings from, VrrpSettings to) {
        Map<InstanceKey, InstanceSettings> before = new LinkedHashMap<>();
        from.instances().forEach(instance -> before.put(instance.key(), instance));
        List<PlannedChange> changes = new ArrayList<>();
        for (InstanceSettings next : to.instances()) {
            InstanceSettings now = before.remove(next.key());
            if (now == null) {
                changes.add(change(Kind.ADD, next, ""));
            } else if (now.equals(next)) {
                changes.add(change(Kind.KEEP, next, ""));
            } else {
                changes.add(change(Kind.CHANGE, next, String.join(", ", differences(now, next))));
            }
        }
        before.values().forEach(gone -> changes.add(change(Kind.REMOVE, gone, "")));
        return changes;
    }

    private static PlannedChange change(Kind kind, InstanceSettings instance, String detail) {
        return new PlannedChange(kind, "vrrp_instance " + instance.name(), detail);
    }

    private static List<String> differences(InstanceSettings now, InstanceSettings next) {
        List<String> differences = new ArrayList<>();
        compare(differences, "name", now, next, InstanceSettings::name);
        compare(differences, "priority", now, next, settings -> settings.router().priority());
        compare(differences, "version", now, next, settings -> settings.router().version());
        compare(
                differences,
                "advert_int",
                now,
                next,
                settings -> settings.router().advertIntervalNanos() / 1e9);
        compare(differences, "preempt", now, next, settings -> settings.router().preempt());
        compare(
                differences,
                "preempt_delay",
                now,
                next,
                settings -> settings.router().preemptDelayNanos() / 1e9);
        compare(differences, "virtual_ipaddress", now, next, InstanceSettings::advertised);
        compare(differences, "virtual_ipaddress_excluded", now, next, InstanceSettings::excluded);
        compare(differences, "unicast_peer", now, next, InstanceSettings::peers);
        compare(
                differences,
                "source address",
                now,
                next,
                settings -> settings.source().map(Object::toString).orElse("-"));
        if (!now.advert().authentication().equals(next.advert().authentication())) {
            differences.add("authentication");
        }
        if (differences.isEmpty()) {
            differences.add("details");
        }
        return differences;
    }

    private static void compare(
            List<String> differences,
            String what,
            InstanceSettings now,
            InstanceSettings next,
            Function<InstanceSettings, Object> attribute) {
        Object before = attribute.apply(now);
        Object after = attribute.apply(next);
        if (!before.equals(after)) {
            differences.add(what + " " + before + " -> " + after);
        }
    }
}
