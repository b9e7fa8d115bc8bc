package org.ninelives.api.management;

/** A BFD session at one moment, in the words of RFC 5880. */
public record BfdSessionStatus(
        @Description("Name of the bfd_instance") String name,
        @Description("AdminDown, Down, Init or Up") String state,
        @Description("State of the neighbour, as it said last: AdminDown, Down, Init or Up")
                String remoteState,
        @Description("Why the session left Up last") String diagnostic,
        @Description("Why the session of the neighbour left Up last") String remoteDiagnostic,
        @Description(
                        "Why it went down last, a sentence; empty if it was never down after it was"
                                + " up")
                String lastDownReason,
        @Description("Address of the neighbour") String neighbour,
        @Description("Own address; empty where the kernel chooses") String source,
        @Description("UDP port packets are sent from, 49152..65535; 0 while there is no socket")
                int sourcePort,
        @Description("Whether packets may be routed on their way") boolean multihop,
        @Description("Whether it waits for the neighbour to begin") boolean passive,
        @Description("Own discriminator, 1..2^32-1") long discriminator,
        @Description("Discriminator of the neighbour; 0 when not known") long remoteDiscriminator,
        @Description("Agreed interval of the packets sent, microseconds")
                long transmitIntervalMicros,
        @Description("Silence after which the neighbour counts as lost, microseconds")
                long detectionTimeMicros,
        @Description("Configured min_tx, microseconds") long minTxMicros,
        @Description("Configured min_rx, microseconds") long minRxMicros,
        @Description("Configured multiplier, 1..255") int multiplier,
        @Description("Desired Min TX Interval of the neighbour, microseconds")
                long remoteMinTxMicros,
        @Description("Required Min RX Interval of the neighbour, microseconds")
                long remoteMinRxMicros,
        @Description("Detect Mult of the neighbour, 1..255; 0 when not known") int remoteMultiplier,
        @Description("Whether the neighbour is being asked to confirm new times") boolean polling,
        @Description("When the state changed last, milliseconds since 1970 UTC; 0 if never")
                long lastTransitionMillis) {}
