package org.ninelives.api.management;

import org.ninelives.api.notify.DaemonEvent;
import org.ninelives.api.notify.DrainEvent;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.LvsEvent;
import org.ninelives.api.notify.OverrideEvent;
import org.ninelives.api.notify.ReloadEvent;
import org.ninelives.api.notify.TrackerEvent;
import org.ninelives.api.notify.VrrpEvent;

/**
 * The notifications of all beans. Their message is the log line, their sequence number that of the
 * journal, and their user data are an {@link EventRecord} as composite data.
 */
public enum NotificationType {
    STATE(
            "org.ninelives.vrrp.state",
            "A virtual router has another state",
            "state, previous, reason, priority, virtualRouterId, interface, virtualAddresses"),
    GROUP_STATE(
            "org.ninelives.vrrp.group-state",
            "A sync group has another state",
            "state, previous, reason, virtualAddresses"),
    PRIORITY(
            "org.ninelives.vrrp.priority",
            "The effective priority of a virtual router changed",
            "state, priority, previousPriority, virtualRouterId, interface, virtualAddresses"),
    LOWER_PRIORITY_HEARD(
            "org.ninelives.vrrp.lower-priority-heard",
            "A master heard another one of lower priority and stays master",
            "source, otherPriority, priority, virtualRouterId, interface, virtualAddresses"),
    SPLIT_BRAIN(
            "org.ninelives.vrrp.split-brain",
            "A second master is seen, or no longer",
            "raised, evidence, virtualRouterId, interface, virtualAddresses"),
    LATE(
            "org.ninelives.vrrp.late",
            "A timer ran so late that others may have missed an advert; once a second at most",
            "state, lateMillis, virtualRouterId, interface, virtualAddresses"),
    HEALTH(
            "org.ninelives.lvs.health",
            "A real server came up or went down",
            "realServer, state, stopping, reason"),
    QUORUM(
            "org.ninelives.lvs.quorum",
            "A virtual server gained or lost its quorum",
            "state, stopping, weight, quorum, hysteresis"),
    DRAIN(
            "org.ninelives.lvs.drain",
            "A real server that is drained has fewer connections left, has none, or serves again",
            "realServer, state, connections"),
    TRACKER(
            "org.ninelives.tracker",
            "Something tracked is in another state",
            "kind, state, previous"),
    OVERRIDE(
            "org.ninelives.override",
            "An operator set something in place of the configuration, or that ended",
            "kind, change, previous, value, by, until"),
    RELOAD("org.ninelives.reload", "A configuration was loaded, reloaded or refused", "result"),
    DAEMON("org.ninelives.daemon", "A start, a stop, a mail that was given up and the like", "");

    private final String word;
    private final String description;
    private final String keys;

    NotificationType(String word, String description, String keys) {
        this.word = word;
        this.description = description;
        this.keys = keys;
    }

    /** The type of the notification. */
    public String word() {
        return word;
    }

    /** What it tells, a sentence. */
    public String description() {
        return description;
    }

    /** What its user data have under {@code data}, with commas between. */
    public String keys() {
        return keys;
    }

    /** The notification that tells of an event. */
    public static NotificationType of(Event event) {
        return switch (event) {
            case VrrpEvent.InstanceState change -> STATE;
            case VrrpEvent.GroupState change -> GROUP_STATE;
            case VrrpEvent.PriorityChanged change -> PRIORITY;
            case VrrpEvent.LowerPriorityHeard heard -> LOWER_PRIORITY_HEARD;
            case VrrpEvent.SplitBrain told -> SPLIT_BRAIN;
            case VrrpEvent.Late late -> LATE;
            case LvsEvent.RealServerState change -> HEALTH;
            case LvsEvent.QuorumState change -> QUORUM;
            case DrainEvent step -> DRAIN;
            case TrackerEvent found -> TRACKER;
            case OverrideEvent change -> OVERRIDE;
            case ReloadEvent reload -> RELOAD;
            case DaemonEvent told -> DAEMON;
        };
    }
}
