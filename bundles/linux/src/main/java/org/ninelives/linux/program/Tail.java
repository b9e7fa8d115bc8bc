package org.ninelives.linux.program;

import java.nio.ByteBuffer;

/** The last bytes of a stream. */
final class Tail {

    private final byte[] ring;
    private long written;

    Tail(int size) {
        ring = new byte[size];
    }

    /** Adds the first {@code count} bytes of a buffer. */
    void add(ByteBuffer bytes, int count) {
        int kept = Math.min(count, ring.length);
        written += count - kept;
        for (int i = count - kept; i < count; i++) {
            ring[(int) (written++ % ring.length)] = bytes.get(i);
        }
    }

    /** Those that are left, the oldest first. */
    byte[] bytes() {
        int size = (int) Math.min(written, ring.length);
        byte[] tail = new byte[size];
        for (int i = 0; i < size; i++) {
            tail[i] = ring[(int) ((written - size + i) % ring.length)];
        }
        return tail;
    }
}
