package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.MacAddress;

/** Gratuitous ARP as keepalived sends it: a broadcast request for the own address, RFC 5227. */
public final class GratuitousArp {

    /** Ethernet header and ARP packet, without padding. */
    public static final int BYTES = 42;

    private static final short ETHERTYPE_ARP = 0x0806;
    private static final short HARDWARE_ETHERNET = 1;
    private static final short PROTOCOL_IPV4 = 0x0800;
    private static final short REQUEST = 1;

    private GratuitousArp() {}

    /**
     * The Ethernet frame, from position 0 to its limit.
     *
     * @param sender hardware address of the interface
     * @param address the IPv4 address announced
     */
    public static ByteBuffer frame(MacAddress sender, IpAddress address) {
        ByteBuffer frame = ByteBuffer.allocate(BYTES);
        put(frame, MacAddress.BROADCAST);
        put(frame, sender);
        frame.putShort(ETHERTYPE_ARP);
        frame.putShort(HARDWARE_ETHERNET).putShort(PROTOCOL_IPV4);
        frame.put((byte) 6).put((byte) 4).putShort(REQUEST);
        put(frame, sender);
        frame.putInt(address.ipv4Bits());
        put(frame, MacAddress.BROADCAST);
        frame.putInt(address.ipv4Bits());
        return frame.flip();
    }

    private static void put(ByteBuffer frame, MacAddress address) {
        frame.putShort((short) (address.bits() >>> 32)).putInt((int) address.bits());
    }
}
