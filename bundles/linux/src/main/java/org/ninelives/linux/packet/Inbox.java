package org.ninelives.linux.packet;

import java.nio.ByteBuffer;

/** Memory for packets received in one system call, shared by the sockets of a loop. */
interface Inbox {

    /**
     * Receives what is there.
     *
     * @param protocol of the packets, for headers that the kernel keeps to itself
     * @return how many packets, at most {@code max} and the size of the batch; -1 for an error,
     *     which is {@link org.ninelives.linux.libc.Errno#last}
     */
    int receive(int fd, int max, int protocol);

    /** A received packet, from position 0 to its limit. */
    ByteBuffer packet(int i);

    /** Whether its end is lost. */
    boolean truncated(int i);
}
