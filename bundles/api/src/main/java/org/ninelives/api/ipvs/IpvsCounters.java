package org.ninelives.api.ipvs;

import org.ninelives.api.management.Description;

/**
 * What has gone through a service or a destination since it was added or zeroed; all of 64 bits, as
 * IPVS_SVC_ATTR_STATS64 of linux/ip_vs.h. The kernel renews them every two seconds.
 */
public record IpvsCounters(
        @Description("Connections since the service was made") long connections,
        @Description("Packets to the servers") long packetsIn,
        @Description("Packets from the servers; 0 where answers do not pass here") long packetsOut,
        @Description("Bytes to the servers") long bytesIn,
        @Description("Bytes from the servers; 0 where answers do not pass here") long bytesOut,
        @Description("Connections a second, as the kernel estimates it") long connectionsPerSecond,
        @Description("Packets to the servers a second, likewise") long packetsInPerSecond,
        @Description("Packets from the servers a second, likewise") long packetsOutPerSecond,
        @Description("Bytes to the servers a second, likewise") long bytesInPerSecond,
        @Description("Bytes from the servers a second, likewise") long bytesOutPerSecond) {

    /** Nothing has gone through. */
    public static final IpvsCounters NONE = new IpvsCounters(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
