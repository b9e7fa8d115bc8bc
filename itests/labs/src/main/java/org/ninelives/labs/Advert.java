package org.ninelives.labs;

import java.time.Instant;
import java.util.Optional;

/**
 * A VRRP advertisement over IPv4, read apart from the product's own codec.
 *
 * @param source address of the sender
 * @param destination the group, or the unicast peer
 * @param version 2 or 3
 * @param vrid virtual router identifier
 * @param priority 0 when the sender leaves
 */
public record Advert(
        Frame frame, String source, String destination, int version, int vrid, int priority) {
    private static final int IPV4 = 0x0800;
    private static final int VRRP = 112;

    /** The advert in the frame, where the frame holds one. */
    static Optional<Advert> of(Frame frame) {
        int packet = Frame.HEADER;
        if (!frame.hasType(IPV4) || frame.unsigned8(packet + 9) != VRRP) {
            return Optional.empty();
        }
        int message = packet + (frame.unsigned8(packet) & 0x0f) * 4;
        return Optional.of(
                new Advert(
                        frame,
                        frame.address(packet + 12),
                        frame.address(packet + 16),
                        frame.unsigned8(message) >> 4,
                        frame.unsigned8(message + 1),
                        frame.unsigned8(message + 2)));
    }

    public Instant time() {
        return frame.time();
    }

    @Override
    public String toString() {
        return "%s %s > %s v%d vrid %d prio %d"
                .formatted(time(), source, destination, version, vrid, priority);
    }
}
