package org.ninelives.vrrp.engine;

import java.util.List;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.AddressFailure;
import org.ninelives.api.system.InterfaceAddress;
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

    /** Owns exactly these addresses from now on; answers what the kernel refused. */
    List<AddressFailure> own(RunningInstance owner, List<InterfaceAddress> addresses);

    /** Runs something after the present input and its effects are done with. */
    void later(Runnable work);
}
