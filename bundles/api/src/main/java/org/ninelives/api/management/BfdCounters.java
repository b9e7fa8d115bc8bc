package org.ninelives.api.management;

/**
 * Counters of a BFD session since the daemon started.
 *
 * @param packetsReceived packets of the neighbour that counted
 * @param packetsSent packets sent
 * @param packetsDiscarded packets for this session that did not count
 * @param sendFailures packets that could not be sent
 * @param timesUp how often it came up
 * @param timesDown how often it went down after it was up
 */
public record BfdCounters(
        long packetsReceived,
        long packetsSent,
        long packetsDiscarded,
        long sendFailures,
        long timesUp,
        long timesDown) {}
