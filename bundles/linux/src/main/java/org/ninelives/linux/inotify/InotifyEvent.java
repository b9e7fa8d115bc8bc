package org.ninelives.linux.inotify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that happened in a directory.
 *
 * @param watch the number of the directory's watch, -1 for none
 * @param mask what happened, IN_* of sys/inotify.h
 * @param name to which name in it; empty when it happened to the directory itself
 */
record InotifyEvent(int watch, int mask, String name) {

    static final int IN_CLOSE_WRITE = 0x8;
    static final int IN_MOVED_FROM = 0x40;
    static final int IN_MOVED_TO = 0x80;
    static final int IN_CREATE = 0x100;
    static final int IN_DELETE = 0x200;
    static final int IN_Q_OVERFLOW = 0x4000;
    static final int IN_IGNORED = 0x8000;
    static final int IN_ONLYDIR = 0x100_0000;

    /** struct inotify_event: watch, mask, a cookie, the length of the name and its padding. */
    static final int HEADER_BYTES = 16;

    private static final int MASK = 4;
    private static final int NAME_LENGTH = 12;

    /** NAME_MAX of linux/limits.h, and the zero behind it. */
    static final int NAME_BYTES_MAX = 256;

    /** Events got lost. */
    boolean isOverflow() {
        return (mask & IN_Q_OVERFLOW) != 0;
    }

    /** The watch is gone, and its directory with it. */
    boolean isEnd() {
        return (mask & IN_IGNORED) != 0;
    }

    /**
     * The events in what was read, in the byte order of the machine; what is cut off is passed
     * over.
     */
    static List<InotifyEvent> read(ByteBuffer bytes) {
        List<InotifyEvent> events = new ArrayList<>();
        int position = 0;
        while (bytes.limit() - position >= HEADER_BYTES) {
            int length = bytes.getInt(position + NAME_LENGTH);
            int name = position + HEADER_BYTES;
            if (length < 0 || length > bytes.limit() - name) {
                break;
            }
            events.add(
                    new InotifyEvent(
                            bytes.getInt(position),
                            bytes.getInt(position + MASK),
                            text(bytes, name, length)));
            position = name + length;
        }
        return events;
    }

    private static String text(ByteBuffer bytes, int position, int length) {
        byte[] name = new byte[length];
        bytes.get(position, name);
        int end = 0;
        while (end < length && name[end] != 0) {
            end++;
        }
        return new String(name, 0, end, StandardCharsets.UTF_8);
    }
}
