package org.ninelives.api.ipvs;

/**
 * A destination in the kernel.
 *
 * @param activeConnections established
 * @param inactiveConnections in any other state
 * @param persistentConnections templates of clients that stay with it
 */
public record DestinationEntry(
        IpvsDestination destination,
        long activeConnections,
        long inactiveConnections,
        long persistentConnections,
        IpvsCounters counters) {}
