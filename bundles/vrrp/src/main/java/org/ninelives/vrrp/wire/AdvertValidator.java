package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ninelives.api.net.IpAddress;
import org.ninelives.vrrp.core.ReceivedAdvert;

/**
 * Decides whether a received packet is an advert for one virtual router. Never throws, whatever the
 * bytes; allocates nothing. Not thread-safe.
 *
 * <p>The tests are those of RFC 9568 section 7.1 in the order of keepalived, so that the counters
 * of both tell the same about the same packet.
 */
public final class AdvertValidator {

    /** Shorter packets are filled up to this by Ethernet. */
    private static final int ETHERNET_PAYLOAD_MIN = 46;

    private static final int MULTICAST_TTL = 255;
    private static final int AUTH_NONE = 0;
    private static final int AUTH_SIMPLE_TEXT = 1;
    private static final int AUTH_TYPE_MAX = 2;

    private final AdvertFormat format;
    private final int[] addresses;
    private final long passwordBits;
    private final int authType;
    private final Set<Anomaly> found = EnumSet.noneOf(Anomaly.class);

    private boolean masterKnown;
    private int masterBits;

    public AdvertValidator(AdvertFormat format) {
        this.format = format;
        addresses = format.addresses().stream().mapToInt(IpAddress::ipv4Bits).toArray();
        passwordBits = format.password().map(Password::bits).orElse(0L);
        authType = format.password().isPresent() ? AUTH_SIMPLE_TEXT : AUTH_NONE;
    }

    /**
     * Checks a packet and, if it is accepted, fills {@code advert}.
     *
     * @param packet big-endian, from position to limit, IPv4 header included; its position and
     *     limit stay
     * @param truncated whether its end was lost
     * @param advert filled only if the answer is {@link Verdict#ACCEPTED}
     */
    public Verdict validate(ByteBuffer packet, boolean truncated, ReceivedAdvert advert) {
        if (truncated) {
            return Verdict.TRUNCATED;
        }
        int vrrp = PacketPeek.vrrpStart(packet);
        if (vrrp == PacketPeek.NONE) {
            return Verdict.MALFORMED;
        }
        Verdict verdict = check(packet, vrrp);
        if (verdict == Verdict.ACCEPTED) {
            accept(packet, vrrp, advert);
        }
        return verdict;
    }

    /** Whether the advert accepted last was odd in this way. */
    public boolean found(Anomaly anomaly) {
        return found.contains(anomaly);
    }

    private Verdict check(ByteBuffer packet, int vrrp) {
        int ip = packet.position();
        if ((packet.get(vrrp + Layout.VRID) & 0xff) != format.virtualRouterId()) {
            return Verdict.OTHER_VRID;
        }
        int version = (packet.get(vrrp) & 0xff) >>> 4;
        int authAt = vrrp + Layout.ADDRESSES + Integer.BYTES * addressCount(packet, vrrp);
        int end = version == 2 ? authAt + Password.BYTES : authAt;
        if (!isLength(end - ip, packet.remaining())) {
            return Verdict.WRONG_LENGTH;
        }
        if (!format.unicast() && timeToLive(packet) != MULTICAST_TTL) {
            return Verdict.WRONG_TTL;
        }
        if (version != format.version()) {
            return Verdict.WRONG_VERSION;
        }
        Verdict ofVersion = version == 2 ? checkVersion2(packet, vrrp, authAt) : Verdict.ACCEPTED;
        if (ofVersion != Verdict.ACCEPTED) {
            return ofVersion;
        }
        if ((packet.get(vrrp) & 0xf) != Layout.TYPE_ADVERTISEMENT) {
            return Verdict.INVALID_TYPE;
        }
        int ipLength = packet.getShort(ip + Layout.IP_LENGTH) & 0xffff;
        if (ipLength != end - ip && ipLength != packet.remaining()) {
            return Verdict.WRONG_IP_LENGTH;
        }
        if (!isChecksumRight(packet, vrrp, end)) {
            return Verdict.WRONG_CHECKSUM;
        }
        boolean multicast = (packet.get(ip + Layout.IP_DESTINATION) & 0xf0) == 0xe0;
        if (multicast == format.unicast()) {
            return Verdict.WRONG_DESTINATION;
        }
        if (format.ignoreAdverts()) {
            return Verdict.IGNORED;
        }
        return checkPeer(packet);
    }

    private Verdict checkVersion2(ByteBuffer packet, int vrrp, int authAt) {
        int type = packet.get(vrrp + Layout.AUTH_TYPE) & 0xff;
        if (type > AUTH_TYPE_MAX) {
            return Verdict.INVALID_AUTH_TYPE;
        }
        if (type != authType) {
            return Verdict.AUTH_TYPE_MISMATCH;
        }
        // One comparison of 64 bits takes the same time wherever they differ.
        if (type == AUTH_SIMPLE_TEXT && packet.getLong(authAt) != passwordBits) {
            return Verdict.WRONG_PASSWORD;
        }
        return intervalNanos(packet, vrrp) == format.advertIntervalNanos()
                ? Verdict.ACCEPTED
                : Verdict.INTERVAL_MISMATCH;
    }

    private Verdict checkPeer(ByteBuffer packet) {
        List<UnicastPeer> peers = format.checkedPeers();
        if (!format.unicast() || peers.isEmpty()) {
            return Verdict.ACCEPTED;
        }
        int source = PacketPeek.sourceBits(packet);
        for (int i = 0; i < peers.size(); i++) {
            UnicastPeer peer = peers.get(i);
            if (peer.address().ipv4Bits() == source) {
                int timeToLive = timeToLive(packet);
                return timeToLive >= peer.timeToLiveMin() && timeToLive <= peer.timeToLiveMax()
                        ? Verdict.ACCEPTED
                        : Verdict.PEER_TTL;
            }
        }
        return Verdict.UNKNOWN_PEER;
    }

    /** RFC 5798 sums a pseudo header for IPv4 too, RFC 9568 does not; which one is configured. */
    private boolean isChecksumRight(ByteBuffer packet, int vrrp, int end) {
        int message = Checksums.add(0, packet, vrrp, end);
        if (format.version() == 2) {
            return Checksums.finish(message) == 0;
        }
        int destination = packet.getInt(packet.position() + Layout.IP_DESTINATION);
        int pseudo = Checksums.pseudoHeader(PacketPeek.sourceBits(packet), destination, end - vrrp);
        return Checksums.finish(message + pseudo) == 0
                || (format.checksumAsV2() && Checksums.finish(message) == 0);
    }

    private void accept(ByteBuffer packet, int vrrp, ReceivedAdvert advert) {
        int source = PacketPeek.sourceBits(packet);
        int priority = packet.get(vrrp + Layout.PRIORITY) & 0xff;
        long intervalNanos = intervalNanos(packet, vrrp);
        found.clear();
        if (priority == 0) {
            found.add(Anomaly.PRIORITY_ZERO);
        }
        if (intervalNanos != format.advertIntervalNanos()) {
            found.add(Anomaly.INTERVAL_DIFFERS);
        }
        boolean sameMaster = masterKnown && masterBits == source;
        if (!sameMaster || !format.skipCheckForSameMaster()) {
            compareAddresses(packet, vrrp);
        }
        masterKnown = true;
        masterBits = source;
        advert.set(
                priority, intervalNanos, IpAddress.Family.IPV4, 0, Integer.toUnsignedLong(source));
    }

    private void compareAddresses(ByteBuffer packet, int vrrp) {
        int count = addressCount(packet, vrrp);
        if (count != addresses.length) {
            found.add(Anomaly.ADDRESS_COUNT_DIFFERS);
            return;
        }
        for (int i = 0; i < count; i++) {
            // Peers mostly list them in the same order: look there first.
            if (addressAt(packet, vrrp, i) != addresses[i]
                    && !contains(packet, vrrp, addresses[i])) {
                found.add(Anomaly.ADDRESS_MISSING);
                return;
            }
        }
    }

    /** Whether a packet of {@code received} bytes can hold one of {@code expected} and padding. */
    private static boolean isLength(int expected, int received) {
        return received == expected || (received > expected && received <= ETHERNET_PAYLOAD_MIN);
    }

    static boolean contains(ByteBuffer packet, int vrrp, int address) {
        int count = addressCount(packet, vrrp);
        for (int i = 0; i < count; i++) {
            if (addressAt(packet, vrrp, i) == address) {
                return true;
            }
        }
        return false;
    }

    static int addressCount(ByteBuffer packet, int vrrp) {
        return packet.get(vrrp + Layout.COUNT) & 0xff;
    }

    static long intervalNanos(ByteBuffer packet, int vrrp) {
        return (packet.get(vrrp) & 0xff) >>> 4 == 2
                ? (packet.get(vrrp + Layout.INTERVAL) & 0xff) * AdvertFormat.SECOND_NANOS
                : (packet.getShort(vrrp + Layout.CENTISECONDS) & 0xfff)
                        * AdvertFormat.CENTISECOND_NANOS;
    }

    private static int addressAt(ByteBuffer packet, int vrrp, int index) {
        return packet.getInt(vrrp + Layout.ADDRESSES + Integer.BYTES * index);
    }

    private static int timeToLive(ByteBuffer packet) {
        return packet.get(packet.position() + Layout.IP_TTL) & 0xff;
    }
}
