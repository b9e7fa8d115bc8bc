package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
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

    private final AdvertFormat format;
    private final WireMemory memory;
    private final Optional<AhVerifier> ah;
    private final Optional<HmacVerifier> hmac;
    private final long passwordBits;
    private final int authType;
    private final boolean acceptsOldChecksum;
    private final ChecksumForm sentForm;
    private final AdvertView view = new AdvertView();
    private final Set<Anomaly> found = EnumSet.noneOf(Anomaly.class);

    private ChecksumForm checksum = ChecksumForm.WRONG;
    private boolean masterKnown;
    private long masterHigh;
    private long masterLow;

    /**
     * A validator for one virtual router.
     *
     * @param memory of this virtual router, shared with its encoder
     */
    public AdvertValidator(AdvertFormat format, WireMemory memory) {
        this.format = format;
        this.memory = memory;
        memory.makeRoomFor(format.peers().size());
        Authentication authentication = format.authentication();
        ah =
                authentication instanceof Authentication.IpsecAh with
                        ? Optional.of(new AhVerifier(with.password(), format.unicast(), memory))
                        : Optional.empty();
        hmac =
                authentication instanceof AuthHmac with
                        ? Optional.of(new HmacVerifier(with, format, memory))
                        : Optional.empty();
        passwordBits =
                authentication instanceof Authentication.SimpleText text
                        ? text.password().bits()
                        : 0;
        authType = Layout.authType(authentication);
        acceptsOldChecksum =
                AdvertChecksum.canBeOld(format) && format.oldChecksum() != OldChecksum.NEVER;
        sentForm = AdvertChecksum.formToSend(format);
    }

    /**
     * Checks a packet and, if it is accepted, fills {@code advert}.
     *
     * @param packet big-endian, from position to limit, IPv4 or IPv6 header included; its position
     *     and limit stay
     * @param truncated whether its end was lost
     * @param epochMillis the wall clock: milliseconds since 1970 UTC; only {@code auth_hmac} asks
     *     for it
     * @param advert filled only if the answer is {@link Verdict#ACCEPTED}
     */
    public Verdict validate(
            ByteBuffer packet, boolean truncated, long epochMillis, ReceivedAdvert advert) {
        if (truncated) {
            return Verdict.TRUNCATED;
        }
        if (!view.over(packet) || view.header().family() != format.family()) {
            return Verdict.MALFORMED;
        }
        Verdict verdict = check(epochMillis);
        if (verdict == Verdict.ACCEPTED) {
            accept(epochMillis, advert);
        }
        return verdict;
    }

    /** Whether the advert accepted last was odd in this way. */
    public boolean found(Anomaly anomaly) {
        return found.contains(anomaly);
    }

    private Verdict check(long epochMillis) {
        if (view.virtualRouterId() != format.virtualRouterId()) {
            return Verdict.OTHER_VRID;
        }
        if (view.hasAh() != ah.isPresent()) {
            return Verdict.AUTH_TYPE_MISMATCH;
        }
        if (!view.hasItsLength()) {
            return Verdict.WRONG_LENGTH;
        }
        if (view.hasTrailer() && hmac.isEmpty()) {
            return Verdict.HMAC_UNEXPECTED;
        }
        if (!format.unicast() && view.timeToLive() != AdvertFormat.MULTICAST_TTL) {
            return Verdict.WRONG_TTL;
        }
        if (view.version() != format.version()) {
            return Verdict.WRONG_VERSION;
        }
        Verdict authentic = checkAuthentication(epochMillis);
        if (authentic != Verdict.ACCEPTED) {
            return authentic;
        }
        if (format.version() == 2 && view.intervalNanos() != format.advertIntervalNanos()) {
            return Verdict.INTERVAL_MISMATCH;
        }
        if (view.type() != Layout.TYPE_ADVERTISEMENT) {
            return Verdict.INVALID_TYPE;
        }
        if (!view.isLengthTrue()) {
            return Verdict.WRONG_IP_LENGTH;
        }
        checksum = AdvertChecksum.formOf(view);
        if (checksum == ChecksumForm.WRONG
                || (checksum == ChecksumForm.OLD_UNICAST && !acceptsOldChecksum)) {
            return Verdict.WRONG_CHECKSUM;
        }
        if (view.header().isToMulticast(view.packet()) == format.unicast()) {
            return Verdict.WRONG_DESTINATION;
        }
        return format.ignoreAdverts() ? Verdict.IGNORED : checkPeer();
    }

    private Verdict checkAuthentication(long epochMillis) {
        if (hmac.isPresent()) {
            Verdict signed = hmac.get().verify(view, epochMillis);
            if (signed != Verdict.ACCEPTED) {
                return signed;
            }
        }
        if (format.version() == 3) {
            return Verdict.ACCEPTED;
        }
        if (view.authType() > Layout.AUTH_IPSEC_AH) {
            return Verdict.INVALID_AUTH_TYPE;
        }
        if (view.authType() != authType) {
            return Verdict.AUTH_TYPE_MISMATCH;
        }
        // One comparison of 64 bits takes the same time wherever they differ.
        if (authType == Layout.AUTH_SIMPLE_TEXT
                && view.packet().getLong(view.authData()) != passwordBits) {
            return Verdict.WRONG_PASSWORD;
        }
        return ah.isPresent() ? ah.get().verify(view) : Verdict.ACCEPTED;
    }

    private Verdict checkPeer() {
        List<UnicastPeer> peers = format.peers();
        if (!format.checkSource() || peers.isEmpty()) {
            return Verdict.ACCEPTED;
        }
        for (int i = 0; i < peers.size(); i++) {
            UnicastPeer peer = peers.get(i);
            if (view.isFrom(peer.address())) {
                int timeToLive = view.timeToLive();
                return timeToLive >= peer.timeToLiveMin() && timeToLive <= peer.timeToLiveMax()
                        ? Verdict.ACCEPTED
                        : Verdict.PEER_TTL;
            }
        }
        return Verdict.UNKNOWN_PEER;
    }

    private void accept(long epochMillis, ReceivedAdvert advert) {
        IpHeader header = view.header();
        long high = header.sourceHigh(view.packet());
        long low = header.sourceLow(view.packet());
        found.clear();
        if (view.priority() == 0) {
            found.add(Anomaly.PRIORITY_ZERO);
        }
        if (view.intervalNanos() != format.advertIntervalNanos()) {
            found.add(Anomaly.INTERVAL_DIFFERS);
        }
        if (hmac.isPresent() && hmac.get().isSkewed(view, epochMillis)) {
            found.add(Anomaly.CLOCK_SKEWED);
        }
        noteChecksum();
        boolean sameMaster = masterKnown && masterLow == low && masterHigh == high;
        if (!sameMaster || !format.skipCheckForSameMaster()) {
            compareAddresses();
        }
        masterKnown = true;
        masterHigh = high;
        masterLow = low;
        advert.set(view.priority(), view.intervalNanos(), format.family(), high, low);
    }

    private void noteChecksum() {
        memory.senderOf(view.header(), view.packet()).setChecksum(checksum);
        if (checksum == ChecksumForm.OLD_UNICAST) {
            found.add(Anomaly.OLD_CHECKSUM);
        } else if (checksum != sentForm) {
            found.add(Anomaly.CHECKSUM_FORM_DIFFERS);
        }
    }

    private void compareAddresses() {
        List<IpAddress> own = format.addresses();
        int count = view.count();
        if (count != own.size()) {
            found.add(Anomaly.ADDRESS_COUNT_DIFFERS);
            return;
        }
        for (int i = 0; i < count; i++) {
            // Peers mostly list them in the same order: look there first.
            if (!view.isAddressAt(i, own.get(i)) && !view.tells(own.get(i))) {
                found.add(Anomaly.ADDRESS_MISSING);
                return;
            }
        }
    }
}
