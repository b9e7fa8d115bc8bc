package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;

/**
 * The integrity check value of RFC 2402 section 3.3.3 with HMAC-MD5-96: over the whole packet, with
 * zeros for what changes on the way. Not thread-safe.
 */
final class AhCode {

    /** An IPv4 header is at most 60 bytes long. */
    private static final int BYTES_MAX = 60 + AhHeader.BYTES + Layout.MESSAGE_BYTES_MAX;

    private final Hmac hmac;
    private final boolean timeToLiveCounts;
    private final byte[] input = new byte[BYTES_MAX];

    /**
     * A code for one password.
     *
     * @param unicast keepalived leaves the TTL of multicast as it is, 255
     */
    AhCode(Password password, boolean unicast) {
        hmac = new Hmac("MD5", password.bytes());
        timeToLiveCounts = !unicast;
    }

    /**
     * The code, of which the first {@link AhHeader#ICV_BYTES} count; overwritten by the next.
     *
     * @param ah where the authentication header begins in the packet
     * @param end where the message ends
     */
    byte[] of(ByteBuffer packet, int ah, int end) {
        int start = packet.position();
        int bytes = end - start;
        packet.get(start, input, 0, bytes);
        input[Ipv4Header.TYPE_OF_SERVICE] = 0;
        input[Ipv4Header.FRAGMENT] = 0;
        input[Ipv4Header.FRAGMENT + 1] = 0;
        input[Ipv4Header.CHECKSUM] = 0;
        input[Ipv4Header.CHECKSUM + 1] = 0;
        if (!timeToLiveCounts) {
            input[Ipv4Header.TTL] = 0;
        }
        int code = ah - start + AhHeader.ICV;
        for (int i = 0; i < AhHeader.ICV_BYTES; i++) {
            input[code + i] = 0;
        }
        return hmac.of(input, bytes);
    }
}
