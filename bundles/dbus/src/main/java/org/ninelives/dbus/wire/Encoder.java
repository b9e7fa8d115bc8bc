package org.ninelives.dbus.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes values as the bus wants them, least significant byte first. For one thread. */
public final class Encoder {

    private static final int WORD = 4;
    private static final int STRUCT = 8;

    private byte[] bytes = new byte[64];
    private int size;

    /** Zeros up to the next multiple. */
    Encoder align(int boundary) {
        while (size % boundary != 0) {
            octet(0);
        }
        return this;
    }

    /** Where a struct begins. */
    public Encoder struct() {
        return align(STRUCT);
    }

    Encoder octet(int value) {
        return octets((byte) value);
    }

    private Encoder octets(byte... more) {
        if (size + more.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * (size + more.length));
        }
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
        return this;
    }

    /** Type {@code u}. */
    public Encoder word(int value) {
        align(WORD);
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            octet(value >>> shift);
        }
        return this;
    }

    /** Types {@code s} and {@code o}. */
    public Encoder text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        word(utf8.length);
        octets(utf8);
        return octet(0);
    }

    /** Type {@code g}, as it stands before the value of a variant. */
    public Encoder signature(String value) {
        octet(value.length());
        octets(value.getBytes(StandardCharsets.US_ASCII));
        return octet(0);
    }

    /**
     * An array.
     *
     * @param content its elements, that begin at a multiple of 8
     */
    public Encoder array(Encoder content) {
        word(content.size);
        return append(content);
    }

    /** What was written elsewhere, from a multiple of 8 on. */
    Encoder append(Encoder other) {
        align(STRUCT);
        return octets(other.bytes());
    }

    /** All that was written. */
    public byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }
}
