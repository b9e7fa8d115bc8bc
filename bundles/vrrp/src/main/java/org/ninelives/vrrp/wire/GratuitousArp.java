package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.MacAddress;

/** Gratuitous ARP as keepalived sends it: a broadcast request for the own address, RFC 5227. */
public final class GratuitousArp {

    /** Ethernet header and ARP packet, without padding. */
    public static final int BYTES = Ethernet.HEADER + Arp.BYTES;

    private GratuitousArp() {}

    /**
     * The Ethernet frame, from position 0 to its limit.
     *
     * @param sender hardware address of the interface
     * @param address the IPv4 address announced
     */
    public static ByteBuffer frame(MacAddress sender, IpAddress address) {
        ByteBuffer frame = ByteBuffer.allocate(BYTES);
        Ethernet.put(frame, MacAddress.BROADCAST.bits());
        Ethernet.put(frame, sender.bits());
        frame.putShort(Ethernet.TYPE_ARP);
        frame.putShort(Arp.HARDWARE_ETHERNET).putShort(Arp.PROTOCOL_IPV4);
        frame.putShort(Arp.LENGTHS_6_AND_4).putShort(Arp.REQUEST);
        Ethernet.put(frame, sender.bits());
        frame.putInt(address.ipv4Bits());
        Ethernet.put(frame, MacAddress.BROADCAST.bits());
        frame.putInt(address.ipv4Bits());
        return frame.flip();
    }
}
