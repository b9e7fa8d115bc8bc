package org.ninelives.api.management;

/**
 * A BFD session at one moment, in the words of RFC 5880.
 *
 * @param name name of the {@code bfd_instance}
 * @param state {@code AdminDown}, {@code Down}, {@code Init} or {@code Up}
 * @param remoteState the same of the neighbour, as it said last
 * @param diagnostic why the session left {@code Up} last
 * @param remoteDiagnostic the same of the neighbour
 * @param lastDownReason a sentence; empty if it was never down after it was up
 * @param neighbour address of the neighbour
 * @param source own address; empty where the kernel chooses
 * @param sourcePort port packets are sent from, 0 while there is no socket
 * @param multihop whether it may be routed on its way
 * @param passive whether it waits for the neighbour to begin
 * @param discriminator own discriminator
 * @param remoteDiscriminator that of the neighbour; 0 when not known
 * @param transmitIntervalMicros agreed interval of the packets sent
 * @param detectionTimeMicros silence after which the neighbour counts as lost
 * @param minTxMicros configured {@code min_tx}
 * @param minRxMicros configured {@code min_rx}
 * @param multiplier configured {@code multiplier}
 * @param remoteMinTxMicros Desired Min TX Interval of the neighbour
 * @param remoteMinRxMicros Required Min RX Interval of the neighbour
 * @param remoteMultiplier Detect Mult of the neighbour
 * @param polling whether the neighbour is being asked to confirm new times
 * @param lastTransitionMillis when the state changed last, milliseconds since 1970 UTC, 0 if never
 */
public record BfdSessionStatus(
        String name,
        String state,
        String remoteState,
        String diagnostic,
        String remoteDiagnostic,
        String lastDownReason,
        String neighbour,
        String source,
        int sourcePort,
        boolean multihop,
        boolean passive,
        long discriminator,
        long remoteDiscriminator,
        long transmitIntervalMicros,
        long detectionTimeMicros,
        long minTxMicros,
        long minRxMicros,
        int multiplier,
        long remoteMinTxMicros,
        long remoteMinRxMicros,
        int remoteMultiplier,
        boolean polling,
        long lastTransitionMillis) {}
