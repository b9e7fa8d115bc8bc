package org.ninelives.linux.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.ninelives.api.net.IpAddress;

/**
 * Writes messages one behind the other: {@link #begin}, the fields of the body, attributes, {@link
 * #end}. Throws {@link java.nio.BufferOverflowException} when the buffer is full. One thread.
 */
public final class NetlinkWriter {

    private static final int LENGTH_MAX = 0xffff;

    private final ByteBuffer buffer;
    private int message = -1;

    /** Writes from the start of the buffer. */
    public NetlinkWriter(ByteBuffer buffer) {
        this.buffer = buffer.order(ByteOrder.nativeOrder());
        buffer.clear();
    }

    /** Starts again at the start of the buffer. */
    public NetlinkWriter clear() {
        buffer.clear();
        message = -1;
        return this;
    }

    /**
     * Begins a message.
     *
     * @param type such as RTM_NEWADDR
     * @param flags such as {@link Netlink#NLM_F_REQUEST}
     * @param sequence comes back in the answers
     */
    public NetlinkWriter begin(int type, int flags, int sequence) {
        message = buffer.position();
        buffer.putInt(0).putShort((short) type).putShort((short) flags).putInt(sequence).putInt(0);
        return this;
    }

    /** Ends the message that was begun last. */
    public NetlinkWriter end() {
        buffer.putInt(message, buffer.position() - message);
        return this;
    }

    /** Bytes written so far. */
    public int length() {
        return buffer.position();
    }

    /** A copy of what is written so far. */
    public byte[] bytes() {
        byte[] copy = new byte[buffer.position()];
        buffer.get(0, copy);
        return copy;
    }

    public NetlinkWriter putByte(int value) {
        buffer.put((byte) value);
        return this;
    }

    public NetlinkWriter putShort(int value) {
        buffer.putShort((short) value);
        return this;
    }

    public NetlinkWriter putInt(int value) {
        buffer.putInt(value);
        return this;
    }

    public NetlinkWriter attribute(int type, byte[] value) {
        attributeHeader(type, value.length);
        buffer.put(value);
        return pad();
    }

    /** An address in network order, 4 or 16 bytes. */
    public NetlinkWriter attributeAddress(int type, IpAddress address) {
        attributeHeader(type, address.family().bytes());
        boolean swapped = buffer.order() == ByteOrder.LITTLE_ENDIAN;
        if (address.family() == IpAddress.Family.IPV4) {
            int bits = address.ipv4Bits();
            buffer.putInt(swapped ? Integer.reverseBytes(bits) : bits);
        } else {
            buffer.putLong(swapped ? Long.reverseBytes(address.high()) : address.high());
            buffer.putLong(swapped ? Long.reverseBytes(address.low()) : address.low());
        }
        return this;
    }

    /** An attribute of one byte. */
    public NetlinkWriter attributeByte(int type, int value) {
        attributeHeader(type, Byte.BYTES);
        buffer.put((byte) value);
        return pad();
    }

    /** An attribute of two bytes. */
    public NetlinkWriter attributeShort(int type, int value) {
        attributeHeader(type, Short.BYTES);
        buffer.putShort((short) value);
        return pad();
    }

    /** An attribute of four bytes. */
    public NetlinkWriter attributeInt(int type, int value) {
        attributeHeader(type, Integer.BYTES);
        buffer.putInt(value);
        return pad();
    }

    /** An attribute of eight bytes. */
    public NetlinkWriter attributeLong(int type, long value) {
        attributeHeader(type, Long.BYTES);
        buffer.putLong(value);
        return pad();
    }

    /** A text and the zero that ends it. */
    public NetlinkWriter attributeText(int type, String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        attributeHeader(type, text.length + 1);
        buffer.put(text).put((byte) 0);
        return pad();
    }

    /**
     * Begins an attribute that holds a structure, whose fields are put next.
     *
     * @param length of the structure, a multiple of four
     */
    public NetlinkWriter beginAttribute(int type, int length) {
        attributeHeader(type, length);
        return this;
    }

    /**
     * Begins an attribute that holds attributes.
     *
     * @return what {@link #endNested} wants
     */
    public int beginNested(int type) {
        int start = buffer.position();
        attributeHeader(type | Netlink.NLA_F_NESTED, 0);
        return start;
    }

    public NetlinkWriter endNested(int start) {
        buffer.putShort(start, (short) checkedLength(buffer.position() - start));
        return this;
    }

    private void attributeHeader(int type, int valueLength) {
        int length = checkedLength(Netlink.ATTRIBUTE_HEADER + valueLength);
        buffer.putShort((short) length).putShort((short) type);
    }

    private static int checkedLength(int length) {
        if (length > LENGTH_MAX) {
            throw new IllegalArgumentException("an attribute has at most 65535 bytes: " + length);
        }
        return length;
    }

    private NetlinkWriter pad() {
        while (buffer.position() != Netlink.align(buffer.position())) {
            buffer.put((byte) 0);
        }
        return this;
    }
}
