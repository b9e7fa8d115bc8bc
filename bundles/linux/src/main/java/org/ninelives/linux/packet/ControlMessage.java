package org.ninelives.linux.packet;

import java.nio.ByteBuffer;

/** Walks through ancillary data: struct cmsghdr of linux/socket.h, each aligned to eight bytes. */
final class ControlMessage {

    private static final int LEVEL = 8;
    private static final int TYPE = 12;
    private static final int HEADER = 16;

    private ControlMessage() {}

    /** Whether a message begins here. */
    static boolean isWithin(int at, int end) {
        return at + HEADER <= end;
    }

    /** Where the message behind this one begins. */
    static int next(ByteBuffer bytes, int at) {
        int length = (int) bytes.getLong(at);
        return at + Math.max(HEADER, (length + Long.BYTES - 1) & -Long.BYTES);
    }

    static int level(ByteBuffer bytes, int at) {
        return bytes.getInt(at + LEVEL);
    }

    static int type(ByteBuffer bytes, int at) {
        return bytes.getInt(at + TYPE);
    }

    /** Where its data begin. */
    static int data(int at) {
        return at + HEADER;
    }
}
