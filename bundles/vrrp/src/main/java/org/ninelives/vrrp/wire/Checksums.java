package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;

/** The Internet checksum, RFC 1071. */
final class Checksums {

    private Checksums() {}

    /** Adds big-endian words to a sum; an odd last byte is the high half of a word. */
    static int add(int sum, ByteBuffer packet, int from, int to) {
        int result = sum;
        int at = from;
        for (; at + 1 < to; at += Short.BYTES) {
            result += packet.getShort(at) & 0xffff;
        }
        return at < to ? result + ((packet.get(at) & 0xff) << 8) : result;
    }

    /** Adds the four words of 64 bits. */
    static int add(int sum, long bits) {
        return (int)
                (sum
                        + (bits >>> 48)
                        + (bits >>> 32 & 0xffff)
                        + (bits >>> 16 & 0xffff)
                        + (bits & 0xffff));
    }

    /** Folds a sum of at most 32767 words into the 16 bits to be sent. */
    static short finish(int sum) {
        int folded = (sum & 0xffff) + (sum >>> 16);
        return (short) ~(folded + (folded >>> 16));
    }
}
