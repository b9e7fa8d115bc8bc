package org.ninelives.linux.echo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * An echo message: type, code, checksum, identifier, sequence (RFC 792), and data that nobody can
 * guess.
 *
 * @param identifier 16 bits
 * @param sequence 16 bits
 * @param cookie what the answer must bring back
 */
record EchoMessage(int identifier, int sequence, long cookie) {

    static final int LENGTH = 16;

    private static final int CHECKSUM = 2;
    private static final int IDENTIFIER = 4;
    private static final int SEQUENCE = 6;
    private static final int COOKIE = 8;

    /** Writes the question to the start of the buffer. */
    void write(IcmpFamily family, ByteBuffer bytes) {
        ByteBuffer message = bytes.duplicate().order(ByteOrder.BIG_ENDIAN);
        message.put(0, (byte) family.request())
                .put(1, (byte) 0)
                .putShort(CHECKSUM, (short) 0)
                .putShort(IDENTIFIER, (short) identifier)
                .putShort(SEQUENCE, (short) sequence)
                .putLong(COOKIE, cookie);
        if (family.needsChecksum()) {
            message.putShort(CHECKSUM, IcmpFamily.checksum(message, LENGTH));
        }
    }

    /**
     * Whether what a raw socket handed over is the answer to this.
     *
     * @param received from position 0 to its limit
     */
    boolean isAnsweredBy(IcmpFamily family, ByteBuffer received) {
        if (received.limit() < LENGTH) {
            return false;
        }
        int start = family.start(received);
        if (received.limit() < start + LENGTH) {
            return false;
        }
        ByteBuffer message = received.duplicate().order(ByteOrder.BIG_ENDIAN);
        return Byte.toUnsignedInt(message.get(start)) == family.reply()
                && message.get(start + 1) == 0
                && Short.toUnsignedInt(message.getShort(start + IDENTIFIER)) == identifier
                && Short.toUnsignedInt(message.getShort(start + SEQUENCE)) == sequence
                && message.getLong(start + COOKIE) == cookie;
    }
}
