package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;
import org.ninelives.api.net.IpAddress;

/**
 * Reads from a packet that nobody has checked yet what is needed to find its virtual router. The
 * packet begins with its IPv4 or IPv6 header.
 */
public final class PacketPeek {

    /** There is no such field: the packet is too short or no VRRP. */
    public static final int NONE = -1;

    private PacketPeek() {}

    /** The VRID, 0..255, or {@link #NONE}. */
    public static int virtualRouterId(ByteBuffer packet) {
        int start = vrrpStart(packet);
        return start == NONE ? NONE : packet.get(start + Layout.VRID) & 0xff;
    }

    /** Whether a packet that has a VRID comes from this address. */
    public static boolean isFrom(ByteBuffer packet, IpAddress source) {
        IpHeader header = IpHeader.of(source.family());
        return header.isAt(packet)
                && header.sourceLow(packet) == source.low()
                && header.sourceHigh(packet) == source.high();
    }

    /** Where a packet that has a VRID comes from. */
    public static IpAddress source(ByteBuffer packet) {
        return header(packet).source(packet);
    }

    /** The header of a packet that has a VRID. */
    static IpHeader header(ByteBuffer packet) {
        return Ipv6Header.INSTANCE.isAt(packet) ? Ipv6Header.INSTANCE : Ipv4Header.INSTANCE;
    }

    /** Where the VRRP header begins, or {@link #NONE}. */
    static int vrrpStart(ByteBuffer packet) {
        IpHeader header = header(packet);
        if (!header.isAt(packet)) {
            return NONE;
        }
        int start = packet.position() + header.bytes(packet);
        int protocol = header.protocol(packet);
        if (protocol == AhHeader.PROTOCOL) {
            if (!isAhOfVrrp(packet, start)) {
                return NONE;
            }
            start += AhHeader.BYTES;
        } else if (protocol != Layout.PROTOCOL_VRRP) {
            return NONE;
        }
        return packet.limit() - start >= Layout.VRRP_HEADER ? start : NONE;
    }

    /** Where the authentication header of a packet that has a VRID begins, or {@link #NONE}. */
    static int ahStart(ByteBuffer packet) {
        IpHeader header = header(packet);
        return header.protocol(packet) == AhHeader.PROTOCOL
                ? packet.position() + header.bytes(packet)
                : NONE;
    }

    private static boolean isAhOfVrrp(ByteBuffer packet, int start) {
        return packet.limit() - start >= AhHeader.BYTES
                && (packet.get(start + AhHeader.NEXT_HEADER) & 0xff) == Layout.PROTOCOL_VRRP
                && packet.get(start + AhHeader.LENGTH) == AhHeader.LENGTH_WORDS;
    }
}
