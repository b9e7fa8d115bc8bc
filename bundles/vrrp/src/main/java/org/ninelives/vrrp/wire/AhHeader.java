package org.ninelives.vrrp.wire;

/** Where things are in an IPsec authentication header, RFC 2402 section 2. */
final class AhHeader {

    static final int PROTOCOL = 51;

    static final int BYTES = 24;
    static final int NEXT_HEADER = 0;
    static final int LENGTH = 1;
    static final int SPI = 4;
    static final int SEQUENCE = 8;
    static final int ICV = 12;

    /** HMAC-MD5-96, RFC 2403. */
    static final int ICV_BYTES = 12;

    /** The length field counts words of 32 bits and leaves out two. */
    static final byte LENGTH_WORDS = BYTES / Integer.BYTES - 2;

    private AhHeader() {}
}
