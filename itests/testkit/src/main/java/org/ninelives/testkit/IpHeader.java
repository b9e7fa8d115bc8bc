package org.ninelives.testkit;

import java.nio.ByteBuffer;
import org.ninelives.api.net.IpAddress;

/** The fields of an IP header that decide who hears a packet (RFC 791 section 3.1, RFC 8200). */
final class IpHeader {

    private static final int IPV6_LENGTH = 40;
    private static final int IPV6_NEXT_HEADER = 6;
    private static final int IPV6_DESTINATION = 24;
    private static final int IPV4_PROTOCOL = 9;
    private static final int IPV4_DESTINATION = 16;

    private IpHeader() {}

    private static boolean isIpv6(ByteBuffer packet) {
        return packet.get(packet.position()) >>> 4 == 6;
    }

    static IpAddress destination(ByteBuffer packet) {
        int at = packet.position();
        return isIpv6(packet)
                ? new IpAddress(
                        IpAddress.Family.IPV6,
                        packet.getLong(at + IPV6_DESTINATION),
                        packet.getLong(at + IPV6_DESTINATION + Long.BYTES))
                : IpAddress.ofIpv4(packet.getInt(at + IPV4_DESTINATION));
    }

    static int protocol(ByteBuffer packet) {
        int at = packet.position() + (isIpv6(packet) ? IPV6_NEXT_HEADER : IPV4_PROTOCOL);
        return Byte.toUnsignedInt(packet.get(at));
    }

    /**
     * The first byte behind the header, which for an authentication header says what follows it.
     */
    static int firstByteOfPayload(ByteBuffer packet) {
        int length =
                isIpv6(packet)
                        ? IPV6_LENGTH
                        : Integer.BYTES * (packet.get(packet.position()) & 0x0f);
        return Byte.toUnsignedInt(packet.get(packet.position() + length));
    }
}
