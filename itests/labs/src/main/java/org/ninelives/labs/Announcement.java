package org.ninelives.labs;

import java.time.Instant;
import java.util.Optional;

/**
 * A gratuitous ARP: a node says, unasked, that an address is to be found at its own MAC address.
 *
 * @param address the announced IPv4 address
 */
public record Announcement(Frame frame, String address) {
    private static final int ARP = 0x0806;
    private static final int ARP_LENGTH = 28;
    private static final int SENDER_ADDRESS = Frame.HEADER + 14;
    private static final int TARGET_ADDRESS = Frame.HEADER + 24;

    /** The announcement in the frame, where the frame holds one. */
    static Optional<Announcement> of(Frame frame) {
        if (!frame.hasType(ARP) || frame.length() < Frame.HEADER + ARP_LENGTH) {
            return Optional.empty();
        }
        String sender = frame.address(SENDER_ADDRESS);
        return sender.equals(frame.address(TARGET_ADDRESS))
                ? Optional.of(new Announcement(frame, sender))
                : Optional.empty();
    }

    public Instant time() {
        return frame.time();
    }

    @Override
    public String toString() {
        return time() + " gratuitous ARP for " + address;
    }
}
