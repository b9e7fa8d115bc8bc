package org.ninelives.linux.companion;

import static org.ninelives.linux.libc.Constants.AF_NETLINK;
import static org.ninelives.linux.libc.Constants.MSG_DONTWAIT;
import static org.ninelives.linux.libc.Constants.SOCK_CLOEXEC;
import static org.ninelives.linux.libc.Constants.SOCK_RAW;
import static org.ninelives.linux.libc.Constants.SOL_SOCKET;
import static org.ninelives.linux.libc.Constants.SO_RCVBUFFORCE;
import static org.ninelives.linux.libc.Constants.SO_SNDBUFFORCE;

import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.Libc;
import org.ninelives.linux.libc.NativeBuffer;
import org.ninelives.linux.netlink.Netlink;
import org.ninelives.linux.netlink.NetlinkFormatException;
import org.ninelives.linux.netlink.NetlinkReader;

/** Collects netlink messages and sends them together. */
final class NetlinkSender {

    /** Some two thousand addresses. */
    private static final int BATCH_BYTES = 128 * 1024;

    private static final int RECEIVE_BYTES = 64 * 1024;

    /** What the kernel counts for a batch is more than its bytes. */
    private static final int SOCKET_BUFFER_BYTES = 4 * BATCH_BYTES;

    private final int fd;
    private final NativeBuffer batch = NativeBuffer.allocate(BATCH_BYTES);
    private final NativeBuffer received = NativeBuffer.allocate(RECEIVE_BYTES);

    NetlinkSender(int protocol) {
        // Where the kernel lacks the protocol, each use fails and is counted.
        fd = Libc.socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, protocol);
        NativeBuffer size = NativeBuffer.allocate(Integer.BYTES);
        size.bytes().putInt(0, SOCKET_BUFFER_BYTES);
        Libc.setsockopt(fd, SOL_SOCKET, SO_SNDBUFFORCE, size.address(), Integer.BYTES);
        Libc.setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, size.address(), Integer.BYTES);
    }

    /** Adds messages; sends those before when there is no room. */
    void add(byte[] messages, Account account) {
        if (batch.bytes().remaining() < messages.length) {
            flush(account);
        }
        batch.bytes().put(messages);
    }

    /** Sends what was added, and counts what was refused. */
    void flush(Account account) {
        int length = batch.bytes().position();
        if (length == 0) {
            return;
        }
        batch.bytes().clear();
        if (Libc.send(fd, batch.address(), length, 0) < 0) {
            account.failed(Errno.last());
        }
        readRefusals(account);
    }

    /** The kernel has answered by the time the request is sent. */
    private void readRefusals(Account account) {
        while (true) {
            long length = Libc.recv(fd, received.address(), RECEIVE_BYTES, MSG_DONTWAIT);
            if (length < 0) {
                return;
            }
            received.bytes().limit((int) length);
            try {
                NetlinkReader message = new NetlinkReader(received.bytes());
                while (message.next()) {
                    if (message.type() == Netlink.NLMSG_ERROR && message.outcome().errno() != 0) {
                        account.failed(message.outcome().errno());
                    }
                }
            } catch (NetlinkFormatException e) {
                account.failed(Errno.EINVAL);
            }
        }
    }
}
