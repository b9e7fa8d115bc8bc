package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;
import java.util.Locale;
import org.ninelives.api.net.IpAddress;

/**
 * Words the log lines about received packets: what came, from whom, and what was expected. The
 * packet is the one the verdict or anomaly was found in.
 */
public final class Complaints {

    private Complaints() {}

    /** Why a packet was refused. */
    public static String text(
            String instance, AdvertFormat format, Verdict verdict, ByteBuffer packet) {
        int vrrp = PacketPeek.vrrpStart(packet);
        if (verdict == Verdict.TRUNCATED || verdict == Verdict.MALFORMED || vrrp < 0) {
            return "(%s) received a %s packet of %d bytes, ignoring it"
                    .formatted(
                            instance,
                            verdict == Verdict.TRUNCATED ? "truncated" : "malformed",
                            packet.remaining());
        }
        IpAddress source = sourceOf(packet);
        int authType = packet.get(vrrp + Layout.AUTH_TYPE) & 0xff;
        String words =
                switch (verdict) {
                    case ACCEPTED -> "accepted advert from " + source;
                    case TRUNCATED, MALFORMED -> "unreadable packet from " + source;
                    case WRONG_LENGTH, WRONG_IP_LENGTH ->
                            "invalid length of advert from %s: %d bytes with %d addresses"
                                    .formatted(
                                            source,
                                            packet.remaining(),
                                            AdvertValidator.addressCount(packet, vrrp));
                    case WRONG_TTL ->
                            "invalid TTL %d in advert from %s, expected 255"
                                    .formatted(timeToLive(packet), source);
                    case WRONG_VERSION ->
                            "invalid version %d in advert from %s, expected %d"
                                    .formatted(
                                            (packet.get(vrrp) & 0xff) >>> 4,
                                            source,
                                            format.version());
                    case INVALID_AUTH_TYPE ->
                            "invalid authentication type %d from %s".formatted(authType, source);
                    case AUTH_TYPE_MISMATCH ->
                            "received authentication type %d from %s, expected %d; auth_type must be the same on all routers"
                                    .formatted(
                                            authType,
                                            source,
                                            format.password().isPresent() ? 1 : 0);
                    case WRONG_PASSWORD -> "received an invalid passwd from %s!".formatted(source);
                    case INTERVAL_MISMATCH -> intervals(format, packet, vrrp);
                    case INVALID_TYPE ->
                            "invalid type %d in packet from %s, expected 1"
                                    .formatted(packet.get(vrrp) & 0xf, source);
                    case WRONG_CHECKSUM ->
                            "Invalid VRRPv%d checksum from %s".formatted(format.version(), source);
                    case WRONG_DESTINATION ->
                            "advert from %s was sent to %s, but this instance uses %s"
                                    .formatted(
                                            source,
                                            addressAt(packet, Layout.IP_DESTINATION),
                                            format.unicast() ? "unicast" : "multicast");
                    case IGNORED -> "owner of the addresses ignores advert from " + source;
                    case UNKNOWN_PEER -> "unicast source %s is not a peer".formatted(source);
                    case PEER_TTL ->
                            "TTL %d of advert from %s is outside the range of that peer"
                                    .formatted(timeToLive(packet), source);
                    case OTHER_VRID ->
                            "advert from %s is for VRID %d"
                                    .formatted(source, packet.get(vrrp + Layout.VRID) & 0xff);
                };
        return "(" + instance + ") " + words;
    }

    /** What was odd about an accepted packet. */
    public static String text(
            String instance, AdvertFormat format, Anomaly anomaly, ByteBuffer packet) {
        int vrrp = PacketPeek.vrrpStart(packet);
        IpAddress source = sourceOf(packet);
        String words =
                switch (anomaly) {
                    case INTERVAL_DIFFERS -> intervals(format, packet, vrrp);
                    case ADDRESS_COUNT_DIFFERS ->
                            "expected %d VIPs but received %d from %s"
                                    .formatted(
                                            format.addresses().size(),
                                            AdvertValidator.addressCount(packet, vrrp),
                                            source);
                    case ADDRESS_MISSING ->
                            "ip address associated with VRID %d not present in advert from %s: %s"
                                    .formatted(
                                            format.virtualRouterId(),
                                            source,
                                            missing(format, packet, vrrp));
                    case PRIORITY_ZERO -> "received priority 0 advert from " + source;
                };
        return "(" + instance + ") " + words;
    }

    private static String intervals(AdvertFormat format, ByteBuffer packet, int vrrp) {
        return "advertisement interval mismatch mine=%s sec rcv'd=%s sec from %s"
                .formatted(
                        seconds(format.advertIntervalNanos()),
                        seconds(AdvertValidator.intervalNanos(packet, vrrp)),
                        sourceOf(packet));
    }

    /** {@code 1}, or {@code 0.25} where seconds are not enough. */
    private static String seconds(long nanos) {
        return nanos % AdvertFormat.SECOND_NANOS == 0
                ? Long.toString(nanos / AdvertFormat.SECOND_NANOS)
                : String.format(Locale.ROOT, "%.2f", (double) nanos / AdvertFormat.SECOND_NANOS);
    }

    private static String missing(AdvertFormat format, ByteBuffer packet, int vrrp) {
        return String.join(
                ", ",
                format.addresses().stream()
                        .filter(own -> !AdvertValidator.contains(packet, vrrp, own.ipv4Bits()))
                        .map(IpAddress::toString)
                        .toList());
    }

    private static int timeToLive(ByteBuffer packet) {
        return packet.get(packet.position() + Layout.IP_TTL) & 0xff;
    }

    private static IpAddress sourceOf(ByteBuffer packet) {
        return addressAt(packet, Layout.IP_SOURCE);
    }

    private static IpAddress addressAt(ByteBuffer packet, int offset) {
        return IpAddress.ofIpv4(packet.getInt(packet.position() + offset));
    }
}
