package org.ninelives.api.ipvs;

/**
 * A destination of a service: a real server as the kernel knows it.
 *
 * @param weight 0..2147483647; 0 for no new connections
 * @param upperThreshold connections above which it gets no more, 0..2^32-1; 0 for no limit
 * @param lowerThreshold connections below which it gets some again, 0..2^32-1; 0 for three quarters
 *     of the upper one
 */
public record IpvsDestination(
        DestinationKey key,
        Forwarding forwarding,
        int weight,
        long upperThreshold,
        long lowerThreshold) {}
