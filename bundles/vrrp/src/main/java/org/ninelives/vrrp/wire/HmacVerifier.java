package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;

/** Checks the trailer of {@code auth_hmac} of received adverts. Not thread-safe. */
final class HmacVerifier {

    private static final int KEY_IDS = 256;
    private static final int MILLIS_PER_SECOND = 1000;

    private final AuthHmac hmac;
    private final AdvertFormat format;
    private final WireMemory memory;

    private final TrailerCode[] codes = new TrailerCode[KEY_IDS];

    HmacVerifier(AuthHmac hmac, AdvertFormat format, WireMemory memory) {
        this.hmac = hmac;
        this.format = format;
        this.memory = memory;
        for (HmacKey key : hmac.keys()) {
            codes[key.id()] = new TrailerCode(key);
        }
    }

    /**
     * Whether an advert of the right length is signed, and not an old one.
     *
     * @param epochMillis the wall clock
     */
    Verdict verify(AdvertView advert, long epochMillis) {
        if (!advert.hasTrailer()) {
            return hmac.mode() == AuthHmac.Mode.ENFORCE ? Verdict.HMAC_MISSING : Verdict.ACCEPTED;
        }
        ByteBuffer packet = advert.packet();
        int trailer = advert.messageEnd();
        if (packet.get(trailer + HmacTrailer.TYPE) != HmacTrailer.TYPE_HMAC_SHA256_128
                || packet.getShort(trailer + HmacTrailer.RESERVED) != 0) {
            return Verdict.HMAC_MALFORMED;
        }
        int keyId = packet.get(trailer + HmacTrailer.KEY_ID) & 0xff;
        TrailerCode code = codes[keyId];
        if (code == null) {
            return Verdict.HMAC_UNKNOWN_KEY;
        }
        long stamp = packet.getLong(trailer + HmacTrailer.SEQUENCE);
        long nowSeconds = Math.floorDiv(epochMillis, MILLIS_PER_SECOND);
        boolean timed = hmac.antiReplay() == AuthHmac.AntiReplay.TIME;
        if (timed && Stamps.isOutside(stamp, nowSeconds, hmac.windowSeconds())) {
            // Before the costly code: replaying old packets shall be no way to keep us busy.
            return Verdict.HMAC_STALE;
        }
        byte[] mac = code.of(packet, advert.header(), advert.vrrp(), trailer);
        if (!Codes.isAt(packet, trailer + HmacTrailer.MAC, mac, HmacTrailer.MAC_BYTES)) {
            return Verdict.HMAC_WRONG_MAC;
        }
        if (format.unicast() && !isPeer(advert)) {
            return Verdict.UNKNOWN_PEER;
        }
        Sender sender = memory.senderOf(advert.header(), packet);
        if (timed) {
            sender.expireStamp(nowSeconds, hmac.windowSeconds());
        }
        return sender.advanceStamp(stamp) ? Verdict.ACCEPTED : Verdict.HMAC_REPLAYED;
    }

    /** Whether the clock of the sender is more than half the window from ours. */
    boolean isSkewed(AdvertView advert, long epochMillis) {
        if (hmac.antiReplay() != AuthHmac.AntiReplay.TIME || !advert.hasTrailer()) {
            return false;
        }
        long stamp = advert.packet().getLong(advert.messageEnd() + HmacTrailer.SEQUENCE);
        return 2 * Math.abs(Stamps.ageSeconds(stamp, Math.floorDiv(epochMillis, MILLIS_PER_SECOND)))
                > hmac.windowSeconds();
    }

    private boolean isPeer(AdvertView advert) {
        for (int i = 0; i < format.peers().size(); i++) {
            if (advert.isFrom(format.peers().get(i).address())) {
                return true;
            }
        }
        return false;
    }
}
