package org.ninelives.linux.echo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * An echo message: type, code, checksum, identifier, sequence (RFC 792), and data that nobody can
 * guess.
 *
 * @param identifier 16 bits
 * @param sequence 16 bits
 * @param cookie what the answer must bring back, the first 8 bytes of the data; the others are zero
 * @param dataBytes how much data there is, 8..65500
 */
public record EchoMessage(int identifier, int sequence, long cookie, int dataBytes) {

    /** The length of one with a cookie and no more. */
    static final int LENGTH = 16;

    private static final int CHECKSUM = 2;
    private static final int IDENTIFIER = 4;
    private static final int SEQUENCE = 6;
    private static final int COOKIE = 8;

    private static final int DATA_MAX = 65500;

    public EchoMessage {
        if (dataBytes < Long.BYTES || dataBytes > DATA_MAX) {
            throw new IllegalArgumentException(
                    dataBytes + " bytes of data: not in " + Long.BYTES + ".." + DATA_MAX);
        }
    }

    /** One with a cookie and no more. */
    EchoMessage(int identifier, int sequence, long cookie) {
        this(identifier, sequence, cookie, Long.BYTES);
    }

    /** Its length in bytes. */
    public int length() {
        return COOKIE + dataBytes;
    }

    /** Writes the question to the start of the buffer, whose bytes behind the cookie are zero. */
    public void write(IcmpFamily family, ByteBuffer bytes) {
        ByteBuffer message = bytes.duplicate().order(ByteOrder.BIG_ENDIAN);
        message.put(0, (byte) family.request())
                .put(1, (byte) 0)
                .putShort(CHECKSUM, (short) 0)
                .putShort(IDENTIFIER, (short) identifier)
                .putShort(SEQUENCE, (short) sequence)
                .putLong(COOKIE, cookie);
        if (family.needsChecksum()) {
            // Zeros add nothing to it.
            message.putShort(CHECKSUM, IcmpFamily.checksum(message, LENGTH));
        }
    }

    /**
     * Whether what a raw socket handed over is the answer to this.
     *
     * @param received from position 0 to its limit
     */
    public boolean isAnsweredBy(IcmpFamily family, ByteBuffer received) {
        if (received.limit() < length()) {
            return false;
        }
        int start = family.start(received);
        return isAnsweredAt(start, family, received)
                && unsignedShort(received, start + IDENTIFIER) == identifier;
    }

    /**
     * Whether what a ping socket handed over is the answer to this; the kernel has chosen the
     * identifier and knows it again.
     *
     * @param received from position 0 to its limit
     */
    public boolean isAnsweredAtPingSocketBy(IcmpFamily family, ByteBuffer received) {
        return isAnsweredAt(0, family, received);
    }

    private boolean isAnsweredAt(int start, IcmpFamily family, ByteBuffer received) {
        if (received.limit() < start + length()) {
            return false;
        }
        ByteBuffer message = received.duplicate().order(ByteOrder.BIG_ENDIAN);
        return Byte.toUnsignedInt(message.get(start)) == family.reply()
                && message.get(start + 1) == 0
                && unsignedShort(received, start + SEQUENCE) == sequence
                && message.getLong(start + COOKIE) == cookie;
    }

    private static int unsignedShort(ByteBuffer received, int at) {
        return Byte.toUnsignedInt(received.get(at)) << Byte.SIZE
                | Byte.toUnsignedInt(received.get(at + 1));
    }
}
