package org.ninelives.vrrp.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ninelives.api.notify.Audience;
import org.ninelives.config.Position;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Located;
import org.ninelives.config.grammar.Values;
import org.ninelives.vrrp.core.RouterSettings;
import org.ninelives.vrrp.core.Tracker;
import org.ninelives.vrrp.core.TrackerRules;

/** Reads the sync groups once the instances are known. */
final class SyncGroupReader {

    private static final String KEYWORD = GroupGrammar.VRRP_SYNC_GROUP.name();

    private final InstanceNames names;
    private final TrackerReader trackers;
    private final Problems problems;
    private final Map<String, String> groupOfMember = new HashMap<>();
    private final Map<String, Position> positions = new HashMap<>();
    private final Values globals;

    SyncGroupReader(
            Values globals, InstanceNames names, TrackerReader trackers, Problems problems) {
        this.globals = globals;
        this.names = names;
        this.trackers = trackers;
        this.problems = problems;
    }

    /** The groups that have a member. */
    List<SyncGroupSettings> read(Values root) {
        List<SyncGroupSettings> groups = new ArrayList<>();
        for (Block<String> block : root.get(GroupGrammar.VRRP_SYNC_GROUP)) {
            Position earlier = positions.putIfAbsent(block.header(), block.values().position());
            if (earlier != null) {
                problems.error(
                        block.values().position(),
                        KEYWORD,
                        block.header()
                                + " is already defined at "
                                + earlier
                                + "; this block is skipped");
            } else {
                read(block.header(), block.values()).ifPresent(groups::add);
            }
        }
        return groups;
    }

    private Optional<SyncGroupSettings> read(String name, Values values) {
        List<String> members = members(name, values);
        if (members.isEmpty()) {
            problems.warning(
                    values.position(), KEYWORD, name + " has no member that runs; it is left out");
            return Optional.empty();
        }
        if (members.size() == 1) {
            problems.warning(
                    values.position(),
                    KEYWORD,
                    name
                            + " has one member, "
                            + members.getFirst()
                            + ", which changes with nobody");
        }
        return Optional.of(
                new SyncGroupSettings(
                        name,
                        members,
                        trackers.read("sync group " + name, values),
                        values.get(GroupGrammar.SYNC_GROUP_TRACKING_WEIGHT),
                        NotificationsReader.read(values, globals)));
    }

    private List<String> members(String group, Values values) {
        List<String> members = new ArrayList<>();
        for (Located<List<String>> line : values.get(GroupGrammar.MEMBERS)) {
            for (String member : names.known(line, "sync group " + group)) {
                String other = groupOfMember.putIfAbsent(member, group);
                if (other == null) {
                    members.add(member);
                } else {
                    problems.error(
                            line.position(),
                            GroupGrammar.MEMBERS.name(),
                            member
                                    + " is already a member of "
                                    + other
                                    + (other.equals(group)
                                            ? ""
                                            : ", and cannot follow two groups"));
                }
            }
        }
        return members;
    }

    /**
     * What the groups make of their members: without {@code sync_group_tracking_weight} the weights
     * of their own trackers go, and {@code notify_priority_changes} holds for those that do not
     * write it themselves.
     */
    List<InstanceSettings> apply(
            List<SyncGroupSettings> groups, Map<String, InstanceSettings> instances) {
        for (SyncGroupSettings group : groups) {
            warnOfPriorities(group, instances);
            group.members()
                    .forEach(
                            member ->
                                    instances.computeIfPresent(
                                            member, (name, settings) -> asMember(group, settings)));
        }
        return List.copyOf(instances.values());
    }

    private InstanceSettings asMember(SyncGroupSettings group, InstanceSettings member) {
        InstanceSettings told = withPriorityChangesOf(group, member);
        return group.trackingWeight() ? told : withoutWeights(group.name(), told);
    }

    /** What a member does not say about it, its group does. */
    private InstanceSettings withPriorityChangesOf(
            SyncGroupSettings group, InstanceSettings member) {
        if (names.isSet(member.name(), NotifyGrammar.NOTIFY_PRIORITY_CHANGES)) {
            return member;
        }
        Notifications own = member.notifications();
        Audience audience =
                new Audience(
                        own.audience().scripts(),
                        own.audience().any(),
                        own.audience().smtpAlert(),
                        group.notifications().audience().priorityChanges());
        return member.withNotifications(
                new Notifications(audience, own.initialBackupTold(), own.deletedReported()));
    }

    private InstanceSettings withoutWeights(String group, InstanceSettings member) {
        List<Tracker> written = member.tracking().trackers();
        TrackerRules rules = TrackerRules.ofMember(group, written);
        for (TrackerRules.Change change : rules.changes()) {
            Keyword<?> keyword = TrackerKeywords.of(change.written().kind());
            problems.warning(
                    names.position(member.name(), keyword), keyword.name(), change.message());
        }
        return member.withTrackers(rules.trackers());
    }

    /** All members are master or none is, so what one of them wins another must not lose. */
    private void warnOfPriorities(
            SyncGroupSettings group, Map<String, InstanceSettings> instances) {
        List<RouterSettings> members =
                group.members().stream().map(name -> instances.get(name).router()).toList();
        if (members.stream().map(RouterSettings::priority).distinct().count() == 1) {
            return;
        }
        String problem =
                members.stream().anyMatch(RouterSettings::isOwner)
                        ? " has members of priority 255 and others; they cannot agree about who is"
                                + " master"
                        : " has members of different priorities, "
                                + prioritiesOf(group, instances)
                                + "; beside a node that ranks between them they cannot agree about"
                                + " who is master, give all the same";
        problems.warning(positions.get(group.name()), KEYWORD, group.name() + problem);
    }

    private static String prioritiesOf(
            SyncGroupSettings group, Map<String, InstanceSettings> instances) {
        return group.members().stream()
                .map(name -> name + " " + instances.get(name).router().priority())
                .collect(Collectors.joining(", "));
    }
}
