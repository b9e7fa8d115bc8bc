package org.ninelives.vrrp.engine;

import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.Links;

/** What the virtual routers of this node share. */
interface Node {

    /** The time of this turn, nanoseconds of a monotonic clock. */
    long nowNanos();

    /** How long the engine has run: a start delay counts from its beginning. */
    long ageNanos();

    Links links();

    Channels channels();

    Announcer announcer();

    Listener listener();

    /** Takes the log lines of this turn. */
    TurnLog log();

    /** Whether an address belongs to a virtual router of this node. */
    boolean isVirtual(IpAddress address);

    /** What is on the machine because of the virtual routers. */
    Estate estate();

    /** Whose deadline comes next. */
    Agenda agenda();
}
