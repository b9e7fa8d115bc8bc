package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;

/** Compares message authentication codes. */
final class Codes {

    private Codes() {}

    /**
     * Whether the first bytes of {@code expected} stand in the packet; takes the same time wherever
     * they differ, so that a code cannot be found byte by byte.
     */
    static boolean isAt(ByteBuffer packet, int at, byte[] expected, int bytes) {
        int difference = 0;
        for (int i = 0; i < bytes; i++) {
            difference |= packet.get(at + i) ^ expected[i];
        }
        return difference == 0;
    }
}
