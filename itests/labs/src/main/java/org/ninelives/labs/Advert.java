package org.ninelives.labs;

import java.time.Instant;
import java.util.Optional;

/**
 * A VRRP advertisement, read apart from the product's own codec.
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
    private static final int IPV6 = 0x86dd;
    private static final int IPV6_HEADER = 40;
    private static final int AUTHENTICATION = 51;
    private static final int AUTHENTICATION_HEADER = 24;
    private static final int VRRP = 112;

    /** The advert in the frame, where the frame holds one. */
    static Optional<Advert> of(Frame frame) {
        int packet = Frame.HEADER;
        if (frame.hasType(IPV6) && frame.unsigned8(packet + 6) == VRRP) {
            String source = frame.ipv6Address(packet + 8);
            String destination = frame.ipv6Address(packet + 24);
            return Optional.of(of(frame, source, destination, packet + IPV6_HEADER));
        }
        if (!frame.hasType(IPV4)) {
            return Optional.empty();
        }
        int message = packet + (frame.unsigned8(packet) & 0x0f) * 4;
        int protocol = frame.unsigned8(packet + 9);
        if (protocol == AUTHENTICATION) {
            protocol = frame.unsigned8(message);
            message += AUTHENTICATION_HEADER;
        }
        return protocol == VRRP
                ? Optional.of(
                        of(frame, frame.address(packet + 12), frame.address(packet + 16), message))
                : Optional.empty();
    }

    private static Advert of(Frame frame, String source, String destination, int message) {
        return new Advert(
                frame,
                source,
                destination,
                frame.unsigned8(message) >> 4,
                frame.unsigned8(message + 1),
                frame.unsigned8(message + 2));
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
