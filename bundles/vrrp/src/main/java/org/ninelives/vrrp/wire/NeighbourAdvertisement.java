package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.MacAddress;

/**
 * The unsolicited neighbour advertisement of RFC 4861 section 4.4, by which IPv6 neighbours learn
 * that an address has moved: what gratuitous ARP is to IPv4.
 */
public final class NeighbourAdvertisement {

    /** Ethernet header, IPv6 header, advertisement and the option with the hardware address. */
    public static final int BYTES = Ethernet.HEADER + Ipv6Header.BYTES + 32;

    static final int PROTOCOL_ICMPV6 = 58;
    static final int TYPE_AND_CODE = 136 << 8;
    static final int HOP_LIMIT = 255;

    /** From here on counted from the beginning of the message. */
    static final int MESSAGE_BYTES_MIN = 24;

    static final int CHECKSUM = 2;
    static final int FLAGS = 4;
    static final int TARGET = 8;
    static final int OPTIONS = 24;

    static final int OPTION_TARGET_HARDWARE = 2;

    /** Options count their length in eight bytes. */
    static final int OPTION_UNIT = 8;

    static final int FLAG_ROUTER = 1 << 31;
    static final int FLAG_SOLICITED = 1 << 30;
    static final int FLAG_OVERRIDE = 1 << 29;

    /** RFC 2464 section 7: all nodes, ff02::1. */
    private static final MacAddress ALL_NODES_ON_ETHERNET = new MacAddress(0x3333_0000_0001L);

    private static final IpAddress ALL_NODES = IpAddress.of("ff02::1");

    private NeighbourAdvertisement() {}

    /**
     * The Ethernet frame, from position 0 to its limit.
     *
     * @param sender hardware address of the interface
     * @param address the IPv6 address announced, which is also the source of the packet
     * @param router whether this node forwards packets: hosts drop a default router that says it is
     *     none
     */
    public static ByteBuffer frame(MacAddress sender, IpAddress address, boolean router) {
        ByteBuffer frame = ByteBuffer.allocate(BYTES);
        Ethernet.put(frame, ALL_NODES_ON_ETHERNET.bits());
        Ethernet.put(frame, sender.bits());
        frame.putShort(Ethernet.TYPE_IPV6);
        int message = Ethernet.HEADER + Ipv6Header.BYTES;
        frame.putInt(6 << 28).putShort((short) (BYTES - message));
        frame.put((byte) PROTOCOL_ICMPV6).put((byte) HOP_LIMIT);
        put(frame, address);
        put(frame, ALL_NODES);
        frame.putShort((short) TYPE_AND_CODE).putShort((short) 0);
        frame.putInt(FLAG_OVERRIDE | (router ? FLAG_ROUTER : 0));
        put(frame, address);
        frame.put((byte) OPTION_TARGET_HARDWARE).put((byte) 1);
        Ethernet.put(frame, sender.bits());
        frame.putShort(message + CHECKSUM, checksum(frame, Ethernet.HEADER, BYTES));
        return frame.flip();
    }

    /**
     * The checksum of RFC 4443 section 2.3; 0 over a message that has the right one.
     *
     * @param ip where the IPv6 header begins
     * @param end where the message ends
     */
    static short checksum(ByteBuffer frame, int ip, int end) {
        int pseudoHeader = PROTOCOL_ICMPV6 + end - ip - Ipv6Header.BYTES;
        return Checksums.finish(Checksums.add(pseudoHeader, frame, ip + Ipv6Header.SOURCE, end));
    }

    private static void put(ByteBuffer frame, IpAddress address) {
        frame.putLong(address.high()).putLong(address.low());
    }
}
