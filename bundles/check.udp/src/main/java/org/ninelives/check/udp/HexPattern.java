package org.ninelives.check.udp;

import java.nio.ByteBuffer;

/**
 * How a reply begins, in hexadecimal digits; {@code x} stands for any digit.
 *
 * @param digits two for each byte, in lower case
 */
record HexPattern(String digits) {

    /** What any reply begins with. */
    static final HexPattern ANY = new HexPattern("");

    private static final char WILDCARD = 'x';

    /**
     * Reads {@code 6f6b0d0a} or {@code 6F 6B xx 0x}.
     *
     * @throws IllegalArgumentException worded for the operator
     */
    static HexPattern of(String text) {
        return new HexPattern(HexDigits.of(text, "[0-9a-fx]+", "hexadecimal digits and x"));
    }

    /**
     * Whether these bytes begin so. Of a shorter reply as much is compared as there is, as
     * keepalived does; min_reply_length asks for more.
     *
     * @param reply from position 0 to its limit
     */
    boolean matches(ByteBuffer reply) {
        int bytes = Math.min(reply.limit(), digits.length() / 2);
        for (int i = 0; i < bytes; i++) {
            if (!matches(2 * i, reply.get(i) >> 4) || !matches(2 * i + 1, reply.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean matches(int digit, int value) {
        char expected = digits.charAt(digit);
        return expected == WILDCARD || Character.digit(expected, 16) == (value & 0xf);
    }
}
