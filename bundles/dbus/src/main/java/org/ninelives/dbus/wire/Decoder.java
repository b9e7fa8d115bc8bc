package org.ninelives.dbus.wire;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads values as the bus has them, in the byte order of who sent them. For one thread. */
public final class Decoder {

    private static final int HALF = 2;
    private static final int WORD = 4;
    private static final int LONG = 8;

    private final ByteBuffer buffer;

    /** From the place where the buffer stands, which has to be a multiple of 8 of the message. */
    Decoder(ByteBuffer buffer) {
        this.buffer = buffer.slice().order(buffer.order());
    }

    boolean hasMore() {
        return buffer.hasRemaining();
    }

    int position() {
        return buffer.position();
    }

    Decoder align(int boundary) throws MalformedException {
        return skip((boundary - buffer.position() % boundary) % boundary);
    }

    private Decoder skip(int count) throws MalformedException {
        if (count < 0 || count > buffer.remaining()) {
            throw new MalformedException("a message is shorter than it says");
        }
        buffer.position(buffer.position() + count);
        return this;
    }

    int octet() throws MalformedException {
        if (!buffer.hasRemaining()) {
            throw new MalformedException("a message is shorter than it says");
        }
        return Byte.toUnsignedInt(buffer.get());
    }

    /** Type {@code u}. */
    public int word() throws MalformedException {
        align(WORD);
        try {
            return buffer.getInt();
        } catch (BufferUnderflowException e) {
            throw new MalformedException("a message is shorter than it says", e);
        }
    }

    /** Types {@code s} and {@code o}. */
    public String text() throws MalformedException {
        return string(word());
    }

    /** Type {@code g}. */
    String signature() throws MalformedException {
        return string(octet());
    }

    private String string(int length) throws MalformedException {
        int begin = buffer.position();
        skip(length);
        if (octet() != 0) {
            throw new MalformedException("a text does not end where it says");
        }
        byte[] utf8 = new byte[length];
        buffer.get(begin, utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /** Goes past a value whose meaning is not known. */
    void skipValue(String signature) throws MalformedException {
        switch (signature) {
            case "y" -> octet();
            case "n", "q" -> align(HALF).skip(HALF);
            case "b", "i", "u", "h" -> word();
            case "x", "t", "d" -> align(LONG).skip(LONG);
            case "s", "o" -> text();
            case "g" -> signature();
            default -> throw new MalformedException("a header has a value of type " + signature);
        }
    }
}
