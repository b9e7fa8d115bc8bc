package org.ninelives.vrrp.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ninelives.api.management.TrackerUser;
import org.ninelives.vrrp.core.Thing;
import org.ninelives.vrrp.core.Tracker;
import org.ninelives.vrrp.settings.VrrpSettings;

/** Who counts what others watch, as it is configured. */
final class TrackerUsers {

    private TrackerUsers() {}

    /** In the order of the file, the virtual routers first. */
    static Map<Thing, List<TrackerUser>> of(VrrpSettings settings) {
        Map<Thing, List<TrackerUser>> users = new HashMap<>();
        settings.instances()
                .forEach(
                        each ->
                                put(
                                        users,
                                        "vrrp_instance",
                                        each.name(),
                                        each.tracking().trackers()));
        settings.groups()
                .forEach(each -> put(users, "vrrp_sync_group", each.name(), each.trackers()));
        return users;
    }

    private static void put(
            Map<Thing, List<TrackerUser>> users, String kind, String name, List<Tracker> trackers) {
        for (Tracker tracker : trackers) {
            users.computeIfAbsent(tracker.thing(), thing -> new ArrayList<>())
                    .add(new TrackerUser(kind, name, tracker.weight(), tracker.reverse()));
        }
    }
}
