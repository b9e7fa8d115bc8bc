package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;

/** Signs adverts with the trailer of {@code auth_hmac}. Not thread-safe. */
final class HmacSigner implements Signer {

    private final TrailerCode code;
    private final int keyId;
    private final int windowSeconds;
    private final IpHeader header;
    private final WireMemory memory;

    HmacSigner(AuthHmac hmac, AdvertFormat format, WireMemory memory) {
        HmacKey key =
                hmac.keys().stream()
                        .filter(candidate -> candidate.id() == hmac.activeKeyId())
                        .findFirst()
                        .orElseThrow();
        code = new TrailerCode(key);
        keyId = key.id();
        // Without a window in force there is nothing to be stranded outside of.
        windowSeconds =
                hmac.antiReplay() == AuthHmac.AntiReplay.TIME
                        ? hmac.windowSeconds()
                        : Integer.MAX_VALUE;
        header = IpHeader.of(format.family());
        this.memory = memory;
    }

    @Override
    public void beforeChecksum(ByteBuffer packet, long epochMillis) {
        int trailer = packet.limit() - HmacTrailer.BYTES;
        packet.put(trailer + HmacTrailer.TYPE, HmacTrailer.TYPE_HMAC_SHA256_128);
        packet.put(trailer + HmacTrailer.KEY_ID, (byte) keyId);
        packet.putLong(
                trailer + HmacTrailer.SEQUENCE, memory.nextStamp(epochMillis, windowSeconds));
        int vrrp = packet.position() + header.bytes();
        byte[] mac = code.of(packet, header, vrrp, trailer);
        packet.put(trailer + HmacTrailer.MAC, mac, 0, HmacTrailer.MAC_BYTES);
    }

    @Override
    public void afterChecksum(ByteBuffer packet) {}
}
