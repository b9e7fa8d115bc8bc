package org.ninelives.vrrp.wire;

/** Where things are in the trailer of {@code auth_hmac}, which stands behind the message. */
final class HmacTrailer {

    static final int BYTES = 28;
    static final int TYPE = 0;
    static final int KEY_ID = 1;
    static final int RESERVED = 2;

    /** Seconds, fraction and counter are one number of 64 bits. */
    static final int SEQUENCE = 4;

    static final int MAC = 12;
    static final int MAC_BYTES = 16;

    static final byte TYPE_HMAC_SHA256_128 = 1;

    private HmacTrailer() {}
}
