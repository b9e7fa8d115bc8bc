package org.ninelives.vrrp.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.ninelives.api.notify.VrrpSubject;
import org.ninelives.vrrp.core.GroupEffect;
import org.ninelives.vrrp.core.SyncGroup;
import org.ninelives.vrrp.core.Tracker;
import org.ninelives.vrrp.settings.SyncGroupSettings;
import org.ninelives.vrrp.settings.VirtualAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sync groups of this node. */
final class Groups {

    private static final Logger LOG = LoggerFactory.getLogger(Groups.class);

    private final Node node;
    private final Map<String, SyncGroup> byName = new LinkedHashMap<>();
    private Map<String, List<RunningInstance>> members = Map.of();
    private final Map<String, VrrpSubject> subjects = new HashMap<>();
    private Events.Ending ending = Events.Ending.REMOVED;

    Groups(Node node) {
        this.node = node;
    }

    /** From now on the end of a group is told as this; its members may end before it does. */
    void endAs(Events.Ending how) {
        ending = how;
    }

    /** Ties exactly these instances together; groups that stay are not disturbed. */
    void apply(List<SyncGroupSettings> groups, List<RunningInstance> instances) {
        Map<String, RunningInstance> byInstanceName =
                instances.stream()
                        .collect(Collectors.toMap(each -> each.settings().name(), each -> each));
        Map<String, List<RunningInstance>> wanted = new LinkedHashMap<>();
        groups.forEach(
                group ->
                        wanted.put(
                                group.name(),
                                group.members().stream().map(byInstanceName::get).toList()));
        letGo(wanted);
        for (SyncGroupSettings group : groups) {
            subjects.put(group.name(), subjectOf(group, wanted.get(group.name())));
            byName.computeIfAbsent(group.name(), this::begin)
                    .setMembers(node.nowNanos(), asMembers(wanted.get(group.name())));
        }
        members = wanted;
        trackFor(groups, instances);
        instances.forEach(RunningInstance::reschedule);
    }

    private static VrrpSubject subjectOf(SyncGroupSettings group, List<RunningInstance> members) {
        return new VrrpSubject(
                VrrpSubject.Kind.GROUP,
                group.name(),
                OptionalInt.empty(),
                "",
                members.stream()
                        .flatMap(member -> member.settings().addresses().stream())
                        .map(VirtualAddress::prefix)
                        .toList(),
                group.audience());
    }

    private void trackFor(List<SyncGroupSettings> groups, List<RunningInstance> instances) {
        Map<RunningInstance, List<Tracker>> trackers = new HashMap<>();
        for (SyncGroupSettings group : groups) {
            members.get(group.name()).forEach(each -> trackers.put(each, group.trackers()));
        }
        instances.forEach(each -> each.trackForGroup(trackers.getOrDefault(each, List.of())));
    }

    /** Who changes groups has to leave the old one before it joins the new one. */
    private void letGo(Map<String, List<RunningInstance>> wanted) {
        members.forEach(
                (name, list) -> {
                    List<RunningInstance> staying = new ArrayList<>(list);
                    staying.retainAll(wanted.getOrDefault(name, List.of()));
                    byName.get(name).setMembers(node.nowNanos(), asMembers(staying));
                });
        byName.keySet().retainAll(wanted.keySet());
        subjects.keySet().retainAll(wanted.keySet());
    }

    private static List<SyncGroup.Member> asMembers(List<RunningInstance> instances) {
        return instances.stream()
                .map(each -> new SyncGroup.Member(each.settings().name(), each.router(), each))
                .toList();
    }

    private SyncGroup begin(String name) {
        return new SyncGroup(name, effect -> perform(name, effect));
    }

    private void perform(String name, GroupEffect effect) {
        switch (effect) {
            case GroupEffect.Syncing syncing -> {
                String text = syncing.text(name);
                node.log().add(() -> LOG.info("{}", text));
            }
            case GroupEffect.DeadlinesMoved moved ->
                    members.getOrDefault(name, List.of()).forEach(RunningInstance::reschedule);
            case GroupEffect.StateChanged change ->
                    node.listener().happened(Events.of(subjects.get(name), change, ending));
        }
    }
}
