package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.MacAddress;

/**
 * Reads from a received Ethernet frame who claims which address: ARP requests and replies, and
 * neighbour advertisements. One object is laid over frame after frame. Never throws, whatever the
 * bytes; allocates nothing but where it says so. Not thread-safe.
 */
public final class NeighbourPeek {

    private IpAddress.Family family = IpAddress.Family.IPV4;
    private long addressHigh;
    private long addressLow;
    private long hardware;
    private long frameSource;

    /**
     * Reads a frame; {@code false} if nobody claims an address in it, and then all accessors tell
     * of the frame before.
     *
     * @param frame big-endian, from position to limit, Ethernet header included, without a VLAN
     *     tag; its position and limit stay
     */
    public boolean read(ByteBuffer frame) {
        if (frame.remaining() < Ethernet.HEADER) {
            return false;
        }
        int start = frame.position();
        return switch (frame.getShort(start + Ethernet.TYPE)) {
            case Ethernet.TYPE_ARP -> readArp(frame, start);
            case Ethernet.TYPE_IPV6 -> readIpv6(frame, start);
            default -> false;
        };
    }

    /** Whether it is this address that is claimed. */
    public boolean isOf(IpAddress address) {
        return address.low() == addressLow
                && address.high() == addressHigh
                && address.family() == family;
    }

    /** Whether it is claimed for this hardware address. */
    public boolean isBy(MacAddress mac) {
        return mac.bits() == hardware;
    }

    /** The address claimed; allocates. */
    public IpAddress address() {
        return new IpAddress(family, addressHigh, addressLow);
    }

    /** The hardware address it is claimed for; allocates. */
    public MacAddress mac() {
        return new MacAddress(hardware);
    }

    /** Where the frame came from, which is not always whom it speaks for; allocates. */
    public MacAddress frameSource() {
        return new MacAddress(frameSource);
    }

    private boolean readArp(ByteBuffer frame, int start) {
        int arp = start + Ethernet.HEADER;
        if (frame.limit() - arp < Arp.BYTES
                || frame.getShort(arp) != Arp.HARDWARE_ETHERNET
                || frame.getShort(arp + Arp.PROTOCOL) != Arp.PROTOCOL_IPV4
                || frame.getShort(arp + Arp.ADDRESS_LENGTHS) != Arp.LENGTHS_6_AND_4) {
            return false;
        }
        int operation = frame.getShort(arp + Arp.OPERATION);
        int sender = frame.getInt(arp + Arp.SENDER_PROTOCOL);
        // RFC 5227 section 1.1: a probe comes from 0.0.0.0 and claims nothing yet.
        if ((operation != Arp.REQUEST && operation != Arp.REPLY) || !isOfOne(sender)) {
            return false;
        }
        return claim(
                frame,
                start,
                IpAddress.Family.IPV4,
                0,
                Integer.toUnsignedLong(sender),
                Ethernet.addressAt(frame, arp + Arp.SENDER_HARDWARE));
    }

    /** Neither 0.0.0.0 nor multicast nor above. */
    private static boolean isOfOne(int ipv4Bits) {
        return ipv4Bits != 0 && Integer.compareUnsigned(ipv4Bits, 0xe000_0000) < 0;
    }

    /** The tests are those of RFC 4861 section 7.1.2. */
    private boolean readIpv6(ByteBuffer frame, int start) {
        int ip = start + Ethernet.HEADER;
        int message = ip + Ipv6Header.BYTES;
        if (frame.limit() - message < NeighbourAdvertisement.MESSAGE_BYTES_MIN
                || frame.get(ip) >>> 4 != 6
                || (frame.get(ip + Ipv6Header.NEXT_HEADER) & 0xff)
                        != NeighbourAdvertisement.PROTOCOL_ICMPV6
                || (frame.get(ip + Ipv6Header.HOP_LIMIT) & 0xff)
                        != NeighbourAdvertisement.HOP_LIMIT) {
            return false;
        }
        int bytes = frame.getShort(ip + Ipv6Header.PAYLOAD_BYTES) & 0xffff;
        int end = message + bytes;
        if (bytes < NeighbourAdvertisement.MESSAGE_BYTES_MIN
                || end > frame.limit()
                || (frame.getShort(message) & 0xffff) != NeighbourAdvertisement.TYPE_AND_CODE
                || NeighbourAdvertisement.checksum(frame, ip, end) != 0) {
            return false;
        }
        long high = frame.getLong(message + NeighbourAdvertisement.TARGET);
        boolean groupOrNone = high >>> 56 == 0xff || isUnspecified(frame, message);
        boolean solicited =
                (frame.getInt(message + NeighbourAdvertisement.FLAGS)
                                & NeighbourAdvertisement.FLAG_SOLICITED)
                        != 0;
        boolean toGroup = frame.get(ip + Ipv6Header.DESTINATION) == (byte) 0xff;
        if (groupOrNone || (solicited && toGroup)) {
            return false;
        }
        return readOptions(frame, start, message, end);
    }

    private static boolean isUnspecified(ByteBuffer frame, int message) {
        int target = message + NeighbourAdvertisement.TARGET;
        return frame.getLong(target) == 0 && frame.getLong(target + Long.BYTES) == 0;
    }

    /** Without the option that tells it, the hardware address is that of the frame. */
    private boolean readOptions(ByteBuffer frame, int start, int message, int end) {
        long mac = Ethernet.addressAt(frame, start + Ethernet.SOURCE);
        int option = message + NeighbourAdvertisement.OPTIONS;
        while (option < end) {
            int bytes =
                    end - option < 2
                            ? 0
                            : (frame.get(option + 1) & 0xff) * NeighbourAdvertisement.OPTION_UNIT;
            if (bytes == 0 || bytes > end - option) {
                return false;
            }
            if (frame.get(option) == NeighbourAdvertisement.OPTION_TARGET_HARDWARE) {
                mac = Ethernet.addressAt(frame, option + 2);
            }
            option += bytes;
        }
        int target = message + NeighbourAdvertisement.TARGET;
        return claim(
                frame,
                start,
                IpAddress.Family.IPV6,
                frame.getLong(target),
                frame.getLong(target + Long.BYTES),
                mac);
    }

    private boolean claim(
            ByteBuffer frame, int start, IpAddress.Family of, long high, long low, long mac) {
        if (!Ethernet.isOfOne(mac)) {
            return false;
        }
        family = of;
        addressHigh = high;
        addressLow = low;
        hardware = mac;
        frameSource = Ethernet.addressAt(frame, start + Ethernet.SOURCE);
        return true;
    }
}
