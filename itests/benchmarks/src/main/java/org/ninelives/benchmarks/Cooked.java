package org.ninelives.benchmarks;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads packets with the header LINUX_SLL2, which they have when captured on all interfaces. */
final class Cooked {

    private static final int HEADER_BYTES = 20; // LINKTYPE_LINUX_SLL2
    private static final int PACKET_TYPE = 10;
    private static final int PACKET_OUTGOING = 4; // linux/if_packet.h
    private static final int ETHERTYPE_IPV4 = 0x0800;
    private static final int ETHERTYPE_ARP = 0x0806;
    private static final int PROTOCOL_TCP = 6;
    private static final int PROTOCOL_VRRP = 112;
    private static final int TCP_FLAGS = 13;
    private static final int TCP_SYN = 0x02;
    private static final int TCP_SYN_ACK = 0x12;
    private static final int IP_BYTES_MIN = 20;
    private static final int ARP_BYTES = 28;

    private Cooked() {}

    /**
     * Shows an advert, a gratuitous ARP or the beginning of a TCP connection; other packets, and
     * truncated ones, are passed over.
     *
     * @param bytes the packet begins at its position, which stays
     * @param end where the packet ends
     */
    static void show(long nanos, ByteBuffer bytes, int end, Sight sight) {
        ByteOrder order = bytes.order();
        bytes.order(ByteOrder.BIG_ENDIAN);
        int network = bytes.position() + HEADER_BYTES;
        if (network <= end) {
            switch (bytes.getShort(bytes.position())) {
                case ETHERTYPE_IPV4 -> showIpv4(nanos, bytes, network, end, sight);
                case ETHERTYPE_ARP -> showArp(nanos, bytes, network, end, sight, isOwn(bytes));
                default -> {}
            }
        }
        bytes.order(order);
    }

    private static void showIpv4(long nanos, ByteBuffer bytes, int ip, int end, Sight sight) {
        if (end - ip < IP_BYTES_MIN) {
            return;
        }
        int payload = ip + (bytes.get(ip) & 0x0f) * 4;
        switch (bytes.get(ip + 9)) {
            case PROTOCOL_VRRP -> showVrrp(nanos, bytes, ip, payload, end, sight);
            case PROTOCOL_TCP -> showTcp(nanos, bytes, ip, payload, end, sight);
            default -> {}
        }
    }

    private static void showTcp(
            long nanos, ByteBuffer bytes, int ip, int tcp, int end, Sight sight) {
        if (tcp + TCP_FLAGS < end && (bytes.get(tcp + TCP_FLAGS) & TCP_SYN_ACK) == TCP_SYN) {
            sight.connection(nanos, bytes.getInt(ip + 16));
        }
    }

    private static void showVrrp(
            long nanos, ByteBuffer bytes, int ip, int vrrp, int end, Sight sight) {
        if (vrrp + 2 < end) {
            sight.advert(
                    nanos,
                    bytes.getInt(ip + 12),
                    bytes.get(vrrp + 1) & 0xff,
                    bytes.get(vrrp + 2) & 0xff);
        }
    }

    private static boolean isOwn(ByteBuffer bytes) {
        return bytes.get(bytes.position() + PACKET_TYPE) == PACKET_OUTGOING;
    }

    private static void showArp(
            long nanos, ByteBuffer bytes, int arp, int end, Sight sight, boolean own) {
        if (end - arp < ARP_BYTES) {
            return;
        }
        int sender = bytes.getInt(arp + 14);
        int target = bytes.getInt(arp + 24);
        if (sender == target) {
            sight.announcement(nanos, sender, own);
        }
    }
}
