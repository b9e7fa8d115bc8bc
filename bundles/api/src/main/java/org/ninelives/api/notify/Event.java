package org.ninelives.api.notify;

/** Something that happened on this node. Immutable. */
public sealed interface Event
        permits VrrpEvent,
                LvsEvent,
                DrainEvent,
                TrackerEvent,
                OverrideEvent,
                ReloadEvent,
                DaemonEvent {

    /** The name of what it happened to: a virtual router, a sync group, a script, the daemon. */
    String name();

    /** What kind of thing happened, a word for programs: {@code instance-state}. */
    default String type() {
        return switch (this) {
            case VrrpEvent.InstanceState change -> "instance-state";
            case VrrpEvent.GroupState change -> "group-state";
            case VrrpEvent.PriorityChanged change -> "priority";
            case VrrpEvent.LowerPriorityHeard heard -> "lower-priority-heard";
            case VrrpEvent.SplitBrain told -> "split-brain";
            case VrrpEvent.Late late -> "late";
            case LvsEvent.RealServerState change -> "real-server";
            case LvsEvent.QuorumState change -> "quorum";
            case DrainEvent step -> "drain";
            case TrackerEvent found -> "tracker";
            case OverrideEvent change -> "override";
            case ReloadEvent reload -> "reload";
            case DaemonEvent told -> "daemon";
        };
    }

    /** The log line that tells the same. */
    String text();
}
