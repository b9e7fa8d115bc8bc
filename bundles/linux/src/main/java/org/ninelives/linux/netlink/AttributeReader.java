package org.ninelives.linux.netlink;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads attributes, one after the other. One thread. */
public final class AttributeReader {

    private final ByteBuffer bytes;
    private int attribute;
    private int next;

    private AttributeReader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /**
     * The attributes behind a structure.
     *
     * @param body the structure and what follows it
     * @param fixedLength length of the structure
     */
    public static AttributeReader behind(ByteBuffer body, int fixedLength)
            throws NetlinkFormatException {
        int start = Netlink.align(fixedLength);
        if (body.limit() < fixedLength) {
            throw new NetlinkFormatException(
                    "a body of " + body.limit() + " bytes, shorter than " + fixedLength);
        }
        int length = Math.max(0, body.limit() - start);
        return new AttributeReader(NetlinkReader.slice(body, body.limit() - length, length));
    }

    /**
     * Goes to the next attribute.
     *
     * @return false when there is none
     */
    public boolean next() throws NetlinkFormatException {
        int left = bytes.limit() - next;
        if (left < Netlink.ATTRIBUTE_HEADER) {
            return false; // Fewer bytes are padding, as in nla_ok() of the kernel.
        }
        int length = Short.toUnsignedInt(bytes.getShort(next));
        if (length < Netlink.ATTRIBUTE_HEADER || length > left) {
            throw new NetlinkFormatException(
                    "an attribute of " + length + " bytes where " + left + " are left");
        }
        attribute = next;
        next = attribute + Netlink.align(length);
        return true;
    }

    /** The type without its flags. */
    public int type() {
        return Short.toUnsignedInt(bytes.getShort(attribute + 2)) & Netlink.NLA_TYPE_MASK;
    }

    /** The bytes of the value. */
    public int length() {
        return Short.toUnsignedInt(bytes.getShort(attribute)) - Netlink.ATTRIBUTE_HEADER;
    }

    /** The value, from position 0 to its limit. */
    public ByteBuffer value() {
        return NetlinkReader.slice(bytes, attribute + Netlink.ATTRIBUTE_HEADER, length());
    }

    /** A copy of the value. */
    public byte[] asBytes() {
        ByteBuffer value = value();
        byte[] copy = new byte[value.limit()];
        value.get(copy);
        return copy;
    }

    public int asByte() throws NetlinkFormatException {
        return Byte.toUnsignedInt(bytes.get(valueOf(Byte.BYTES)));
    }

    public int asShort() throws NetlinkFormatException {
        return Short.toUnsignedInt(bytes.getShort(valueOf(Short.BYTES)));
    }

    public int asInt() throws NetlinkFormatException {
        return bytes.getInt(valueOf(Integer.BYTES));
    }

    public long asLong() throws NetlinkFormatException {
        return bytes.getLong(valueOf(Long.BYTES));
    }

    /** The text up to the zero that ends it. */
    public String asText() {
        byte[] text = asBytes();
        int length = 0;
        while (length < text.length && text[length] != 0) {
            length++;
        }
        return new String(text, 0, length, StandardCharsets.UTF_8);
    }

    /** The attributes in this attribute. */
    public AttributeReader nested() {
        return new AttributeReader(value());
    }

    /** Where the value begins, if it has that size at least. */
    private int valueOf(int size) throws NetlinkFormatException {
        if (length() < size) {
            throw new NetlinkFormatException(
                    "attribute " + type() + " has " + length() + " bytes, not " + size);
        }
        return attribute + Netlink.ATTRIBUTE_HEADER;
    }
}
