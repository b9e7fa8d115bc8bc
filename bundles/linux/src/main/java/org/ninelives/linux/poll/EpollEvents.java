package org.ninelives.linux.poll;

import org.ninelives.linux.libc.NativeBuffer;

/**
 * An array of struct epoll_event.
 *
 * @param memory where it begins, with room for it
 */
public record EpollEvents(NativeBuffer memory) {

    /** The structure is packed on x86-64 only (sys/epoll.h, EPOLL_PACKED). */
    private static final boolean PACKED = System.getProperty("os.arch").equals("amd64");

    private static final int BYTES = PACKED ? 12 : 16;
    private static final int DATA = PACKED ? 4 : 8;

    /** So many events, all zero. */
    public static EpollEvents allocate(int count) {
        return new EpollEvents(NativeBuffer.allocate(count * BYTES));
    }

    public long address() {
        return memory.address();
    }

    /** What has happened, EPOLL* of sys/epoll.h. */
    public int flags(int i) {
        return memory.bytes().getInt(i * BYTES);
    }

    /** What was given along with the descriptor. */
    public long data(int i) {
        return memory.bytes().getLong(i * BYTES + DATA);
    }

    public void set(int i, int flags, long data) {
        memory.bytes().putInt(i * BYTES, flags).putLong(i * BYTES + DATA, data);
    }
}
