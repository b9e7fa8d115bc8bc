package org.ninelives.linux.packet;

import static org.ninelives.linux.libc.Constants.MSG_DONTWAIT;
import static org.ninelives.linux.libc.Constants.MSG_TRUNC;

import java.nio.ByteBuffer;
import org.ninelives.linux.libc.Libc;

/** For sockets that hand over packets whole, as raw IPv4 and packet sockets do. */
final class PlainInbox implements Inbox {

    private static final int BATCH = 64;

    private final MessageArray messages = new MessageArray(BATCH);

    @Override
    public int receive(int fd, int max, int protocol) {
        return Libc.recvmmsg(fd, messages.address(0), Math.min(max, BATCH), MSG_DONTWAIT, 0);
    }

    @Override
    public ByteBuffer packet(int i) {
        return messages.packet(i).clear().limit(messages.receivedLength(i));
    }

    @Override
    public boolean truncated(int i) {
        return (messages.receivedFlags(i) & MSG_TRUNC) != 0;
    }
}
