package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;
import java.util.Locale;
import org.ninelives.api.net.IpAddress;

/**
 * Words the log lines about received packets: what came, from whom, and what was expected. The
 * packet is the one the verdict or anomaly was found in; {@link Hints} says what to do about it.
 */
public final class Complaints {

    private static final int MILLIS_PER_SECOND = 1000;

    private final AdvertFormat format;
    private final AdvertView advert = new AdvertView();
    private final long nowSeconds;

    private Complaints(AdvertFormat format, long epochMillis) {
        this.format = format;
        this.nowSeconds = Math.floorDiv(epochMillis, MILLIS_PER_SECOND);
    }

    /**
     * Why a packet was refused.
     *
     * @param epochMillis the wall clock the packet was checked by
     */
    public static String text(
            String instance,
            AdvertFormat format,
            Verdict verdict,
            ByteBuffer packet,
            long epochMillis) {
        Complaints complaints = new Complaints(format, epochMillis);
        return "(" + instance + ") " + complaints.about(verdict, packet);
    }

    /**
     * What was odd about an accepted packet.
     *
     * @param epochMillis the wall clock the packet was checked by
     */
    public static String text(
            String instance,
            AdvertFormat format,
            Anomaly anomaly,
            ByteBuffer packet,
            long epochMillis) {
        Complaints complaints = new Complaints(format, epochMillis);
        return "(" + instance + ") " + complaints.about(anomaly, packet);
    }

    private String about(Verdict verdict, ByteBuffer packet) {
        boolean readable = advert.over(packet) && advert.header().family() == format.family();
        if (verdict == Verdict.TRUNCATED || verdict == Verdict.MALFORMED || !readable) {
            return "received a %s packet of %d bytes, ignoring it"
                    .formatted(
                            verdict == Verdict.TRUNCATED ? "truncated" : "malformed",
                            packet.remaining());
        }
        IpAddress source = advert.source();
        return switch (verdict) {
            case ACCEPTED -> "accepted advert from " + source;
            case TRUNCATED, MALFORMED -> "unreadable packet from " + source;
            case WRONG_LENGTH, WRONG_IP_LENGTH ->
                    "invalid length of advert from %s: %d bytes with %d addresses, the IP header tells %d"
                            .formatted(
                                    source,
                                    packet.remaining(),
                                    advert.count(),
                                    advert.header().totalBytes(packet));
            case WRONG_TTL ->
                    "invalid TTL %d in advert from %s, expected 255"
                            .formatted(advert.timeToLive(), source);
            case WRONG_VERSION ->
                    "invalid version %d in advert from %s, expected %d"
                            .formatted(advert.version(), source, format.version());
            case INVALID_AUTH_TYPE ->
                    "invalid authentication type %d from %s".formatted(advert.authType(), source);
            case AUTH_TYPE_MISMATCH ->
                    "received %s from %s, expected %s"
                            .formatted(authentication(), source, authentication(format));
            case WRONG_PASSWORD -> "received an invalid passwd from %s!".formatted(source);
            case AH_WRONG_SPI ->
                    "authentication header from %s names the security parameters of %s"
                            .formatted(
                                    source,
                                    IpAddress.ofIpv4(packet.getInt(advert.ah() + AhHeader.SPI)));
            case AH_WRONG_CODE ->
                    "wrong code in the authentication header from %s".formatted(source);
            case AH_REPLAYED ->
                    "sequence number %d of advert from %s was heard before"
                            .formatted(
                                    Integer.toUnsignedLong(
                                            packet.getInt(advert.ah() + AhHeader.SEQUENCE)),
                                    source);
            case HMAC_UNEXPECTED ->
                    "advert from %s has an auth_hmac trailer, but auth_hmac is not configured here"
                            .formatted(source);
            case HMAC_MISSING -> "advert from %s has no auth_hmac trailer".formatted(source);
            case HMAC_MALFORMED ->
                    "auth_hmac trailer from %s is of unknown type %d"
                            .formatted(source, trailerByte(HmacTrailer.TYPE));
            case HMAC_UNKNOWN_KEY ->
                    "advert from %s is signed with auth_hmac key %d, which is not configured here"
                            .formatted(source, trailerByte(HmacTrailer.KEY_ID));
            case HMAC_STALE -> "advert from %s is %s".formatted(source, age());
            case HMAC_WRONG_MAC ->
                    "wrong auth_hmac code with key %d in advert from %s"
                            .formatted(trailerByte(HmacTrailer.KEY_ID), source);
            case HMAC_REPLAYED -> "signed advert from %s was heard before".formatted(source);
            case INTERVAL_MISMATCH -> intervals();
            case INVALID_TYPE ->
                    "invalid type %d in packet from %s, expected 1"
                            .formatted(advert.type(), source);
            case WRONG_CHECKSUM ->
                    "Invalid VRRPv%d checksum from %s".formatted(format.version(), source);
            case WRONG_DESTINATION ->
                    "advert from %s was sent to %s, but this instance uses %s"
                            .formatted(
                                    source,
                                    advert.header().destination(packet),
                                    format.unicast() ? "unicast" : "multicast");
            case IGNORED -> "owner of the addresses ignores advert from " + source;
            case UNKNOWN_PEER -> "unicast source %s is not a peer".formatted(source);
            case PEER_TTL ->
                    "TTL %d of advert from %s is outside the range of that peer, %s"
                            .formatted(advert.timeToLive(), source, timeToLiveRange());
            case OTHER_VRID ->
                    "advert from %s is for VRID %d, this one is %d"
                            .formatted(source, advert.virtualRouterId(), format.virtualRouterId());
        };
    }

    private String about(Anomaly anomaly, ByteBuffer packet) {
        advert.over(packet);
        IpAddress source = advert.source();
        return switch (anomaly) {
            case INTERVAL_DIFFERS -> intervals();
            case ADDRESS_COUNT_DIFFERS ->
                    "expected %d VIPs but received %d from %s"
                            .formatted(format.addresses().size(), advert.count(), source);
            case ADDRESS_MISSING ->
                    "ip address associated with VRID %d not present in advert from %s: %s"
                            .formatted(format.virtualRouterId(), source, missing());
            case PRIORITY_ZERO -> "received priority 0 advert from " + source;
            case CHECKSUM_FORM_DIFFERS ->
                    "checksum of advert from %s is taken %s, ours %s"
                            .formatted(
                                    source,
                                    AdvertChecksum.formOf(advert),
                                    AdvertChecksum.formToSend(format));
            case OLD_CHECKSUM -> "Setting unicast VRRPv3 checksum to old version for " + source;
            case CLOCK_SKEWED -> "advert from %s is %s".formatted(source, age());
        };
    }

    private String intervals() {
        return "advertisement interval mismatch mine=%s sec rcv'd=%s sec from %s"
                .formatted(
                        seconds(format.advertIntervalNanos()),
                        seconds(advert.intervalNanos()),
                        advert.source());
    }

    /** {@code 1}, or {@code 0.25} where seconds are not enough. */
    private static String seconds(long nanos) {
        return nanos % AdvertFormat.SECOND_NANOS == 0
                ? Long.toString(nanos / AdvertFormat.SECOND_NANOS)
                : String.format(Locale.ROOT, "%.2f", (double) nanos / AdvertFormat.SECOND_NANOS);
    }

    /** What the advert is authenticated with. */
    private String authentication() {
        return advert.hasAh()
                ? "an authentication header (auth_type AH)"
                : "authentication type " + advert.authType();
    }

    private static String authentication(AdvertFormat format) {
        int type = Layout.authType(format.authentication());
        return switch (type) {
            case Layout.AUTH_SIMPLE_TEXT -> "1 (auth_type PASS)";
            case Layout.AUTH_IPSEC_AH -> "an authentication header (auth_type AH)";
            default -> "0 (none)";
        };
    }

    /** How far the clock of the sender is from ours, and how far it may be. */
    private String age() {
        long stamp = advert.packet().getLong(advert.messageEnd() + HmacTrailer.SEQUENCE);
        long age = Stamps.ageSeconds(stamp, nowSeconds);
        int window = format.authentication() instanceof AuthHmac hmac ? hmac.windowSeconds() : 0;
        return "%d s %s our clock, time_window is %d s"
                .formatted(Math.abs(age), age < 0 ? "ahead of" : "behind", window);
    }

    private int trailerByte(int offset) {
        return advert.packet().get(advert.messageEnd() + offset) & 0xff;
    }

    private String timeToLiveRange() {
        return format.peers().stream()
                .filter(peer -> advert.isFrom(peer.address()))
                .map(peer -> peer.timeToLiveMin() + ".." + peer.timeToLiveMax())
                .findFirst()
                .orElse("0..255");
    }

    private String missing() {
        return String.join(
                ", ",
                format.addresses().stream()
                        .filter(own -> !advert.tells(own))
                        .map(IpAddress::toString)
                        .toList());
    }
}
