package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;

/** Reads from a packet that nobody has checked yet what is needed to find its virtual router. */
public final class PacketPeek {

    /** There is no such field: the packet is too short or no VRRP over IPv4. */
    public static final int NONE = -1;

    private PacketPeek() {}

    /** The VRID, 0..255, or {@link #NONE}. */
    public static int virtualRouterId(ByteBuffer packet) {
        int start = vrrpStart(packet);
        return start == NONE ? NONE : packet.get(start + Layout.VRID) & 0xff;
    }

    /** The source address of a packet that has a VRID. */
    public static int sourceBits(ByteBuffer packet) {
        return packet.getInt(packet.position() + Layout.IP_SOURCE);
    }

    /** Where the VRRP header begins, or {@link #NONE}. */
    static int vrrpStart(ByteBuffer packet) {
        if (packet.remaining() < Layout.IP_HEADER + Layout.VRRP_HEADER) {
            return NONE;
        }
        int first = packet.get(packet.position()) & 0xff;
        int headerBytes = (first & 0xf) * Integer.BYTES;
        boolean vrrpOverIpv4 =
                first >>> 4 == 4
                        && headerBytes >= Layout.IP_HEADER
                        && (packet.get(packet.position() + Layout.IP_PROTOCOL) & 0xff)
                                == Layout.PROTOCOL_VRRP;
        return vrrpOverIpv4 && packet.remaining() >= headerBytes + Layout.VRRP_HEADER
                ? packet.position() + headerBytes
                : NONE;
    }
}
