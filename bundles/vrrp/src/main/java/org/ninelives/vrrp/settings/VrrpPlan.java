package org.ninelives.vrrp.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ninelives.api.configuration.DifferenceList;
import org.ninelives.api.configuration.PlannedChange;
import org.ninelives.api.configuration.PlannedChange.Kind;

/** What a reload would do to all that concerns VRRP, told before it is done. */
public final class VrrpPlan {

    private VrrpPlan() {}

    /**
     * The changes from one configuration to another, in the order of the new one; what is removed
     * comes last of its kind.
     */
    public static List<PlannedChange> changes(VrrpSettings from, VrrpSettings to) {
        List<PlannedChange> changes = new ArrayList<>();
        changes.addAll(
                compare(
                        from.instances(),
                        to.instances(),
                        InstanceSettings::key,
                        instance -> "vrrp_instance " + instance.name(),
                        InstanceDifferences::between));
        changes.addAll(
                compare(
                        from.groups(),
                        to.groups(),
                        SyncGroupSettings::name,
                        group -> "vrrp_sync_group " + group.name(),
                        VrrpPlan::groupDifferences));
        changes.addAll(statics("static_ipaddress", from, to, StaticSettings::addresses));
        changes.addAll(statics("static_routes", from, to, StaticSettings::routes));
        changes.addAll(statics("static_rules", from, to, StaticSettings::rules));
        List<String> globals = GlobalDifferences.between(from.globals(), to.globals());
        if (!globals.isEmpty()) {
            changes.add(new PlannedChange(Kind.CHANGE, "global_defs of VRRP", join(globals)));
        }
        return changes;
    }

    private static <T> List<PlannedChange> compare(
            List<T> from,
            List<T> to,
            Function<T, Object> identity,
            Function<T, String> title,
            Differences<T> differences) {
        Map<Object, T> before = new LinkedHashMap<>();
        from.forEach(each -> before.put(identity.apply(each), each));
        List<PlannedChange> changes = new ArrayList<>();
        for (T next : to) {
            Optional<T> now = Optional.ofNullable(before.remove(identity.apply(next)));
            changes.add(
                    now.map(old -> change(old, next, title.apply(next), differences))
                            .orElse(new PlannedChange(Kind.ADD, title.apply(next), "")));
        }
        before.values()
                .forEach(
                        gone -> changes.add(new PlannedChange(Kind.REMOVE, title.apply(gone), "")));
        return changes;
    }

    /** Tells two versions of one thing apart. */
    private interface Differences<T> {
        List<String> between(T now, T next);
    }

    private static <T> PlannedChange change(
            T now, T next, String title, Differences<T> differences) {
        return now.equals(next)
                ? new PlannedChange(Kind.KEEP, title, "")
                : new PlannedChange(Kind.CHANGE, title, join(differences.between(now, next)));
    }

    private static List<String> groupDifferences(SyncGroupSettings now, SyncGroupSettings next) {
        return new DifferenceList<>(now, next)
                .of("members", SyncGroupSettings::members)
                .of("trackers", SyncGroupSettings::trackers)
                .of("sync_group_tracking_weight", SyncGroupSettings::trackingWeight)
                .hidden("notifications", SyncGroupSettings::notifications)
                .list();
    }

    private static <T> List<PlannedChange> statics(
            String keyword,
            VrrpSettings from,
            VrrpSettings to,
            Function<StaticSettings, List<StaticEntry<T>>> entries) {
        return compare(
                entries.apply(from.statics()),
                entries.apply(to.statics()),
                StaticEntry::entry,
                entry -> keyword + " " + entry.entry(),
                (now, next) ->
                        new DifferenceList<>(now, next)
                                .of("track_group", StaticEntry::instances)
                                .list());
    }

    private static String join(List<String> differences) {
        return String.join(", ", differences);
    }
}
