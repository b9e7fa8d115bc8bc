package org.ninelives.testkit.contract;

import java.nio.ByteBuffer;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.AdvertSocket;

/** Packets of protocol 112 with a payload that says which one it is. */
public final class Packets {

    /** Length of an IPv4 header without options, RFC 791 section 3.1. */
    private static final int IPV4_HEADER = 20;

    private static final int IPV4_PROTOCOL = 9;
    private static final int IPV4_CHECKSUM = 10;

    /** Length of an IPv6 header, RFC 8200 section 3. */
    private static final int IPV6_HEADER = 40;

    private static final int IPV6_NEXT_HEADER = 6;

    private static final int TYPE_OF_SERVICE = 0xc0;
    private static final int HOPS = 255;

    private Packets() {}

    /** A packet of that many bytes whose payload begins with a number. */
    public static ByteBuffer packet(String source, String destination, int number, int length) {
        IpAddress from = IpAddress.of(source);
        IpAddress to = IpAddress.of(destination);
        ByteBuffer packet = ByteBuffer.allocate(length);
        switch (from.family()) {
            case IPV4 ->
                    packet.put(0, (byte) 0x45)
                            .put(1, (byte) TYPE_OF_SERVICE)
                            .putShort(2, (short) length)
                            // The kernel replaces an identification of 0.
                            .putShort(4, (short) (number + 1))
                            .put(8, (byte) HOPS)
                            .put(IPV4_PROTOCOL, (byte) AdvertSocket.PROTOCOL)
                            .putInt(12, from.ipv4Bits())
                            .putInt(16, to.ipv4Bits());
            case IPV6 ->
                    packet.putInt(0, 6 << 28 | TYPE_OF_SERVICE << 20)
                            .putShort(4, (short) (length - IPV6_HEADER))
                            .put(IPV6_NEXT_HEADER, (byte) AdvertSocket.PROTOCOL)
                            .put(7, (byte) HOPS)
                            .put(8, from.bytes())
                            .put(24, to.bytes());
        }
        return packet.putInt(header(packet), number);
    }

    /**
     * A packet with an authentication header that says what follows it (RFC 4302 section 2), and
     * whose number is where others have theirs.
     */
    public static ByteBuffer authenticated(
            String source, String destination, int followedBy, int length) {
        ByteBuffer packet = packet(source, destination, followedBy << 24, length);
        int protocol = isIpv6(packet) ? IPV6_NEXT_HEADER : IPV4_PROTOCOL;
        return packet.put(protocol, (byte) AdvertSocket.AUTHENTICATION_HEADER_PROTOCOL);
    }

    /** The number in a packet made here. */
    public static int number(ByteBuffer packet) {
        return packet.getInt(header(packet));
    }

    /** How many bytes are in front of the number. */
    public static int header(ByteBuffer packet) {
        return isIpv6(packet) ? IPV6_HEADER : IPV4_HEADER;
    }

    private static boolean isIpv6(ByteBuffer packet) {
        return packet.get(0) >>> 4 == 6;
    }

    /** A copy without the checksum of an IPv4 header, which the kernel may fill in. */
    public static ByteBuffer withoutChecksum(ByteBuffer packet) {
        ByteBuffer copy = ByteBuffer.allocate(packet.limit()).put(0, packet, 0, packet.limit());
        return isIpv6(packet) ? copy : copy.putShort(IPV4_CHECKSUM, (short) 0);
    }
}
