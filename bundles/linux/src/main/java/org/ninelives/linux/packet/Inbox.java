package org.ninelives.linux.packet;

import static org.ninelives.linux.libc.Constants.MSG_DONTWAIT;
import static org.ninelives.linux.libc.Constants.MSG_TRUNC;

import java.nio.ByteBuffer;
import org.ninelives.linux.libc.Libc;

/** Memory for packets received in one system call, shared by the sockets of a loop. */
public final class Inbox {

    private static final int BATCH = 64;

    private final MessageArray messages = new MessageArray(BATCH);

    /**
     * Receives what is there.
     *
     * @return how many packets, at most {@code max} and the size of the batch; -1 for an error,
     *     which is {@link org.ninelives.linux.libc.Errno#last}
     */
    int receive(int fd, int max) {
        return Libc.recvmmsg(fd, messages.address(0), Math.min(max, BATCH), MSG_DONTWAIT, 0);
    }

    /** A received packet, from position 0 to its limit. */
    ByteBuffer packet(int i) {
        return messages.packet(i).clear().limit(messages.receivedLength(i));
    }

    /** Whether its end is lost. */
    boolean truncated(int i) {
        return (messages.receivedFlags(i) & MSG_TRUNC) != 0;
    }
}
