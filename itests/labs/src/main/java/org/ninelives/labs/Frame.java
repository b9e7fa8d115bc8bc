package org.ninelives.labs;

import java.time.Instant;
import java.util.HexFormat;

/** One Ethernet frame as it was on the wire, with the kernel's time of it. */
public final class Frame {
    /** Length of the Ethernet header without tags. */
    static final int HEADER = 14;

    private static final int SENDER = 6;
    private static final int TYPE = 12;
    private static final HexFormat HEXES = HexFormat.ofDelimiter(":");

    private final Instant time;
    private final byte[] bytes;

    Frame(Instant time, byte[] bytes) {
        this.time = time;
        this.bytes = bytes.clone();
    }

    public Instant time() {
        return time;
    }

    public int length() {
        return bytes.length;
    }

    boolean hasType(int type) {
        return bytes.length >= HEADER && unsigned16(TYPE) == type;
    }

    int unsigned8(int offset) {
        return bytes[offset] & 0xff;
    }

    int unsigned16(int offset) {
        return unsigned8(offset) << 8 | unsigned8(offset + 1);
    }

    /** The MAC address that sent it. */
    public String sender() {
        return HEXES.formatHex(bytes, SENDER, SENDER + 6);
    }

    /** The sixteen octets at the offset as IPv6 addresses are written in full. */
    String ipv6Address(int offset) {
        StringBuilder address = new StringBuilder(Integer.toHexString(unsigned16(offset)));
        for (int i = 2; i < 16; i += 2) {
            address.append(':').append(Integer.toHexString(unsigned16(offset + i)));
        }
        return address.toString();
    }

    /** The four octets at the offset as IPv4 addresses are written. */
    String address(int offset) {
        return "%d.%d.%d.%d"
                .formatted(
                        unsigned8(offset),
                        unsigned8(offset + 1),
                        unsigned8(offset + 2),
                        unsigned8(offset + 3));
    }
}
