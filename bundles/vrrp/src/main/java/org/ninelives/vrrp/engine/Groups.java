package org.ninelives.vrrp.engine;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ninelives.api.management.VrrpSyncGroupStatus;
import org.ninelives.api.notify.VrrpSubject;
import org.ninelives.vrrp.settings.SyncGroupSettings;

/** The sync groups of this node. */
final class Groups {

    private final Node node;
    private final Map<String, RunningGroup> byName = new LinkedHashMap<>();

    Groups(Node node) {
        this.node = node;
    }

    /** From now on the end of a group is told as this; its members may end before it does. */
    void endAs(Events.Ending how) {
        byName.values().forEach(group -> group.endAs(how));
    }

    /** Those that are master. */
    List<VrrpSubject> masters() {
        return byName.values().stream()
                .filter(RunningGroup::isMaster)
                .map(RunningGroup::subject)
                .toList();
    }

    /** How all of them are. */
    Map<String, VrrpSyncGroupStatus> statuses() {
        Map<String, VrrpSyncGroupStatus> statuses = new LinkedHashMap<>();
        byName.forEach((name, group) -> statuses.put(name, group.status()));
        return statuses;
    }

    /** Ties exactly these instances together; groups that stay are not disturbed. */
    void apply(List<SyncGroupSettings> groups, List<RunningInstance> instances) {
        Map<String, RunningInstance> byInstanceName =
                instances.stream().collect(Collectors.toMap(RunningInstance::name, each -> each));
        Map<String, List<RunningInstance>> wanted = new LinkedHashMap<>();
        groups.forEach(
                group ->
                        wanted.put(
                                group.name(),
                                group.members().stream().map(byInstanceName::get).toList()));
        letGo(wanted);
        for (SyncGroupSettings group : groups) {
            byName.computeIfAbsent(group.name(), name -> new RunningGroup(group, node))
                    .tie(group, wanted.get(group.name()));
        }
        instances.forEach(RunningInstance::reschedule);
    }

    /** Who changes groups has to leave the old one before it joins the new one. */
    private void letGo(Map<String, List<RunningInstance>> wanted) {
        Set<String> gone = new HashSet<>(byName.keySet());
        gone.removeAll(wanted.keySet());
        gone.forEach(name -> byName.remove(name).dissolve());
        byName.forEach((name, group) -> group.keep(wanted.get(name)));
    }
}
