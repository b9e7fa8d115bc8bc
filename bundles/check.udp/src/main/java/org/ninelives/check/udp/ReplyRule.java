package org.ninelives.check.udp;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a reply has to be.
 *
 * @param pattern how it begins
 * @param minLength the fewest bytes, 0..65535
 * @param maxLength the most bytes, 0..65535
 */
record ReplyRule(HexPattern pattern, int minLength, int maxLength) {

    /** More than fit into a datagram. */
    static final int LENGTH_MAX = 65535;

    /** Any reply will do. */
    static final ReplyRule ANY = new ReplyRule(HexPattern.ANY, 0, LENGTH_MAX);

    /**
     * What is wrong with a reply; nothing if it is as it has to be.
     *
     * @param reply as much of it as there was room for, from position 0 to its limit
     * @param length its whole length in bytes
     */
    Optional<String> complaint(ByteBuffer reply, int length) {
        if (length < minLength || length > maxLength) {
            return Optional.of(length + " bytes are not in " + minLength + ".." + maxLength);
        }
        return pattern.matches(reply)
                ? Optional.empty()
                : Optional.of("it does not begin with " + pattern.digits());
    }
}
