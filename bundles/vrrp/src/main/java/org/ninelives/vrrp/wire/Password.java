package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The password of VRRP version 2, told as it is or the key of an authentication header, RFC 2338
 * section 10: eight bytes, filled with zeros. Its text form shows nothing of it.
 */
public final class Password {

    /** Length on the wire. */
    public static final int BYTES = 8;

    private final long bits;

    private Password(long bits) {
        this.bits = bits;
    }

    /** The first eight bytes of {@code text} in UTF-8. */
    public static Password of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long bits = 0;
        for (int i = 0; i < BYTES; i++) {
            bits = bits << Byte.SIZE | (i < bytes.length ? bytes[i] & 0xff : 0);
        }
        return new Password(bits);
    }

    /** The eight bytes in network order. */
    long bits() {
        return bits;
    }

    /** The eight bytes. */
    byte[] bytes() {
        return ByteBuffer.allocate(BYTES).putLong(bits).array();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Password password && password.bits == bits;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(bits);
    }

    @Override
    public String toString() {
        return "********";
    }
}
