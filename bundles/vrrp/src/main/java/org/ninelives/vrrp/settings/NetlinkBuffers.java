package org.ninelives.vrrp.settings;

import java.util.OptionalInt;

/**
 * The receive buffers of the netlink sockets.
 *
 * @param commandBytes of the socket that changes things; the kernel's default when empty
 * @param commandForced it may exceed the limit of the system (SO_RCVBUFFORCE)
 * @param monitorBytes of the socket that hears of changes; the kernel's default when empty
 * @param monitorForced it may exceed the limit of the system
 */
public record NetlinkBuffers(
        OptionalInt commandBytes,
        boolean commandForced,
        OptionalInt monitorBytes,
        boolean monitorForced) {

    /** What holds when nothing is written. */
    public static final NetlinkBuffers DEFAULT =
            new NetlinkBuffers(OptionalInt.empty(), false, OptionalInt.empty(), false);
}
