package org.ninelives.api.ipvs;

/**
 * What has gone through a service or a destination since it was added or zeroed; all of 64 bits, as
 * IPVS_SVC_ATTR_STATS64 of linux/ip_vs.h. The kernel renews them every two seconds.
 */
public record IpvsCounters(
        long connections,
        long packetsIn,
        long packetsOut,
        long bytesIn,
        long bytesOut,
        long connectionsPerSecond,
        long packetsInPerSecond,
        long packetsOutPerSecond,
        long bytesInPerSecond,
        long bytesOutPerSecond) {}
