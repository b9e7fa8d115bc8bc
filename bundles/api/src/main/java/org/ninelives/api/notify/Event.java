package org.ninelives.api.notify;

/** Something that happened on this node. Immutable. */
public sealed interface Event permits VrrpEvent, TrackerEvent, DaemonEvent {

    /** The name of what it happened to: a virtual router, a sync group, a script, the daemon. */
    String name();

    /** The log line that tells the same. */
    String text();
}
