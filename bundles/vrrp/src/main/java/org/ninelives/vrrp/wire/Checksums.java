package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;

/** The Internet checksum: RFC 1071, and RFC 1624 for changing one word of what was summed. */
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

    /** Adds both halves of 32 bits. */
    static int add(int sum, int bits) {
        return sum + (bits >>> 16) + (bits & 0xffff);
    }

    /** Folds a sum of at most 65535 words into the 16 bits to be sent. */
    static short finish(int sum) {
        int folded = (sum & 0xffff) + (sum >>> 16);
        return (short) ~(folded + (folded >>> 16));
    }

    /** The checksum after one of the words summed has changed, RFC 1624 equation 3. */
    static short replace(short checksum, int oldWord, int newWord) {
        return finish((~checksum & 0xffff) + (~oldWord & 0xffff) + (newWord & 0xffff));
    }

    /** The checksum after 32 bits have changed. */
    static short replaceBits(short checksum, int oldBits, int newBits) {
        return replace(
                replace(checksum, oldBits >>> 16, newBits >>> 16), oldBits & 0xffff, newBits);
    }

    /** The sum of the pseudo header of RFC 5798 section 5.2.8 for IPv4. */
    static int pseudoHeader(int sourceBits, int destinationBits, int messageBytes) {
        return add(add(Layout.PROTOCOL_VRRP + messageBytes, sourceBits), destinationBits);
    }
}
