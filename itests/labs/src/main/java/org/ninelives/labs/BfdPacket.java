package org.ninelives.labs;

import java.time.Instant;
import java.util.Optional;

/**
 * A BFD control packet over IPv4, read apart from the product's own codec.
 *
 * @param source address of the sender
 * @param state 0 AdminDown, 1 Down, 2 Init, 3 Up
 */
public record BfdPacket(Instant time, String source, int state) {
    /** The state that means all is well. */
    public static final int UP = 3;

    private static final int IPV4 = 0x0800;
    private static final int UDP = 17;
    private static final int UDP_HEADER = 8;
    private static final int PORT = 3784;

    /** The packet in the frame, where the frame holds one. */
    static Optional<BfdPacket> of(Frame frame) {
        int packet = Frame.HEADER;
        if (!frame.hasType(IPV4) || frame.unsigned8(packet + 9) != UDP) {
            return Optional.empty();
        }
        int datagram = packet + (frame.unsigned8(packet) & 0x0f) * 4;
        if (frame.unsigned16(datagram + 2) != PORT) {
            return Optional.empty();
        }
        int flags = frame.unsigned8(datagram + UDP_HEADER + 1);
        return Optional.of(new BfdPacket(frame.time(), frame.address(packet + 12), flags >> 6));
    }
}
