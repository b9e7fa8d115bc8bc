package org.ninelives.vrrp.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Trackers that may not have the weight they are written with. An owner has its priority whatever
 * happens. Members of a sync group have to agree about who is best, and a weight of one of them
 * would set it apart from the others; {@code sync_group_tracking_weight} allows that.
 *
 * @param trackers those that are left
 * @param changes what is not as it is written
 */
public record TrackerRules(List<Tracker> trackers, List<Change> changes) {

    /** keepalived takes a file of this weight for one whose weight was not written. */
    private static final int FILE_WEIGHT_DEFAULT = 1;

    /**
     * A tracker that may not be as it is written.
     *
     * @param message tells the operator what becomes of it
     */
    public record Change(Tracker written, String message) {}

    public TrackerRules {
        trackers = List.copyOf(trackers);
        changes = List.copyOf(changes);
    }

    /** What may be left of an owner's trackers: those without a weight. */
    public static TrackerRules ofOwner(List<Tracker> written) {
        List<Tracker> left = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        for (Tracker tracker : written) {
            if (tracker.weight() == 0) {
                left.add(tracker);
            } else {
                changes.add(
                        new Change(
                                tracker,
                                tracker.words()
                                        + " is not tracked: no weight changes priority 255;"
                                        + " give it weight 0 to make it a fault"));
            }
        }
        return new TrackerRules(left, changes);
    }

    /**
     * What may be left of the trackers of a member of {@code group} that has no {@code
     * sync_group_tracking_weight}.
     */
    public static TrackerRules ofMember(String group, List<Tracker> written) {
        List<Tracker> left = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        for (Tracker tracker : written) {
            Optional<Tracker> kept = keptInGroup(tracker);
            kept.ifPresent(left::add);
            if (kept.isEmpty()) {
                changes.add(
                        new Change(
                                tracker,
                                tracker.words()
                                        + " is not tracked because of its weight, which would set"
                                        + " this member of sync group "
                                        + group
                                        + " apart; track it in the group, give it weight 0, or"
                                        + " write sync_group_tracking_weight in the group"));
            } else if (!kept.get().equals(tracker)) {
                changes.add(
                        new Change(
                                tracker,
                                tracker.words()
                                        + " becomes a fault when it is bad: its weight would set"
                                        + " this member of sync group "
                                        + group
                                        + " apart; write sync_group_tracking_weight in the group"
                                        + " to keep it"));
            }
        }
        return new TrackerRules(left, changes);
    }

    private static Optional<Tracker> keptInGroup(Tracker tracker) {
        if (tracker.weight() == 0) {
            return Optional.of(tracker);
        }
        return switch (tracker.kind()) {
            case INTERFACE -> Optional.of(tracker.withoutWeight());
            case FILE ->
                    tracker.weight() == FILE_WEIGHT_DEFAULT
                            ? Optional.of(tracker.withoutWeight())
                            : Optional.empty();
            case SCRIPT, BFD, VIRTUAL_SERVER -> Optional.empty();
            case PROCESS -> Optional.of(tracker);
        };
    }
}
