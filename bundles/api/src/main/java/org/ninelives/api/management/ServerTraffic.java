package org.ninelives.api.management;

import org.ninelives.api.ipvs.IpvsCounters;

/** What the kernel has and counts of a server, summed up over the addresses it serves. */
public record ServerTraffic(
        @Description("Established connections") long activeConnections,
        @Description("Connections in any other state") long inactiveConnections,
        @Description("Templates of clients that stay with it") long persistentConnections,
        @Description("What has gone through it") IpvsCounters counters) {

    /** Nothing. */
    public static final ServerTraffic NONE = new ServerTraffic(0, 0, 0, IpvsCounters.NONE);
}
