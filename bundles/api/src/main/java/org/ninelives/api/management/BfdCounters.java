package org.ninelives.api.management;

/** Counters of a BFD session since the daemon started. */
public record BfdCounters(
        @Description("Packets of the neighbour that counted") long packetsReceived,
        @Description("Packets sent") long packetsSent,
        @Description("Packets for this session that did not count") long packetsDiscarded,
        @Description("Packets that could not be sent") long sendFailures,
        @Description("How often it came up") long timesUp,
        @Description("How often it went down after it was up") long timesDown) {}
