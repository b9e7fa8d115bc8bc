package org.ninelives.vrrp.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.notify.Audience;
import org.ninelives.config.Position;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.Located;
import org.ninelives.config.grammar.Values;
import org.ninelives.vrrp.core.Tracker;
import org.ninelives.vrrp.core.TrackerRules;

/** Reads the sync groups once the instances are known. */
final class SyncGroupReader {

    private static final String KEYWORD = GroupGrammar.VRRP_SYNC_GROUP.name();

    private final InstanceNames names;
    private final Problems problems;
    private final Map<String, String> groupOfMember = new HashMap<>();
    private final Map<String, Position> positions = new HashMap<>();

    SyncGroupReader(InstanceNames names, Problems problems) {
        this.names = names;
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
                        TrackingReader.trackers(
                                values, GroupGrammar.GROUP_TRACK_INTERFACE, problems),
                        values.get(GroupGrammar.SYNC_GROUP_TRACKING_WEIGHT),
                        Audience.NONE));
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
     * of their own trackers go.
     */
    List<InstanceSettings> apply(
            List<SyncGroupSettings> groups, Map<String, InstanceSettings> instances) {
        for (SyncGroupSettings group : groups) {
            warnOfOwners(group, instances);
            if (!group.trackingWeight()) {
                group.members()
                        .forEach(
                                member ->
                                        instances.computeIfPresent(
                                                member,
                                                (name, settings) ->
                                                        withoutWeights(group.name(), settings)));
            }
        }
        return List.copyOf(instances.values());
    }

    private InstanceSettings withoutWeights(String group, InstanceSettings member) {
        List<Tracker> written = member.tracking().trackers();
        TrackerRules rules = TrackerRules.ofMember(group, written);
        rules.messages()
                .forEach(
                        message ->
                                problems.warning(
                                        names.position(
                                                member.name(), TrackingGrammar.TRACK_INTERFACE),
                                        TrackingGrammar.TRACK_INTERFACE.name(),
                                        message));
        return member.withTrackers(rules.trackers());
    }

    private void warnOfOwners(SyncGroupSettings group, Map<String, InstanceSettings> instances) {
        long owners =
                group.members().stream()
                        .map(instances::get)
                        .filter(member -> member.router().isOwner())
                        .count();
        if (owners > 0 && owners < group.members().size()) {
            problems.warning(
                    positions.get(group.name()),
                    KEYWORD,
                    group.name()
                            + " has members of priority 255 and others; they cannot agree about who"
                            + " is master");
        }
    }
}
