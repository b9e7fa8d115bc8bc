package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;

/**
 * The code in the trailer of {@code auth_hmac}: HMAC-SHA256 over a pseudo header, the message with
 * an empty checksum, and the trailer with an empty code. Not thread-safe.
 */
final class TrailerCode {

    /** Family, version, VRID, zero, and the source at the left of 16 bytes. */
    private static final int PSEUDO_HEADER_BYTES = 20;

    private final Hmac hmac;
    private final ByteBuffer input =
            ByteBuffer.allocate(PSEUDO_HEADER_BYTES + Layout.MESSAGE_BYTES_MAX + HmacTrailer.BYTES);

    TrailerCode(HmacKey key) {
        hmac = new Hmac("SHA-256", key.bytes());
    }

    /**
     * The code, of which the first {@link HmacTrailer#MAC_BYTES} count; overwritten by the next.
     *
     * @param vrrp where the message begins in the packet
     * @param trailer where it ends
     */
    byte[] of(ByteBuffer packet, IpHeader header, int vrrp, int trailer) {
        input.clear();
        input.put((byte) (header.family() == Ipv4Header.INSTANCE.family() ? 4 : 6));
        input.put((byte) ((packet.get(vrrp) & 0xff) >>> 4));
        input.put(packet.get(vrrp + Layout.VRID)).put((byte) 0);
        if (header.family() == Ipv4Header.INSTANCE.family()) {
            input.putInt((int) header.sourceLow(packet)).putInt(0).putLong(0);
        } else {
            input.putLong(header.sourceHigh(packet)).putLong(header.sourceLow(packet));
        }
        int signed = trailer + HmacTrailer.MAC - vrrp;
        packet.get(vrrp, input.array(), PSEUDO_HEADER_BYTES, signed);
        input.putShort(PSEUDO_HEADER_BYTES + Layout.CHECKSUM, (short) 0);
        int end = PSEUDO_HEADER_BYTES + signed;
        input.putLong(end, 0).putLong(end + Long.BYTES, 0);
        return hmac.of(input.array(), end + HmacTrailer.MAC_BYTES);
    }
}
