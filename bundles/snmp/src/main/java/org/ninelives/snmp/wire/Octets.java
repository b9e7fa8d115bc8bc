package org.ninelives.snmp.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Bytes that never change. */
public final class Octets {

    /** No byte. */
    public static final Octets NONE = new Octets(new byte[0]);

    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    /** These bytes. */
    public static Octets of(byte... bytes) {
        return new Octets(bytes.clone());
    }

    /** A text, in UTF-8. */
    public static Octets of(String text) {
        return new Octets(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A copy of them. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** How many. */
    public int length() {
        return bytes.length;
    }

    /** The text, if they are one in UTF-8. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets octets && Arrays.equals(bytes, octets.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Hexadecimal. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
