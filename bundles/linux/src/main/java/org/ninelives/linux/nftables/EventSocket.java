package org.ninelives.linux.nftables;

import java.util.function.Consumer;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.netlink.NetlinkFormatException;
import org.ninelives.linux.netlink.NetlinkReader;
import org.ninelives.linux.poll.PollTarget;
import org.ninelives.linux.poll.Poller;
import org.ninelives.linux.rtnetlink.NetlinkSocket;

/** Hears of changes that others make to nf_tables. */
final class EventSocket implements PollTarget, AutoCloseable {

    /** Our own changes come here too: those of 20 000 addresses at once have to fit. */
    private static final int RECEIVE_BUFFER_BYTES = 16 << 20;

    private final NetlinkSocket socket;
    private final Poller poller;
    private final int ownPortId;
    private final Consumer<TableEvent> listener;
    private final Runnable lost;

    /**
     * Begins to hear.
     *
     * @param ownPortId whose changes are not told
     * @param listener hears what others did
     * @param lost called when events were lost
     */
    EventSocket(Poller poller, int ownPortId, Consumer<TableEvent> listener, Runnable lost)
            throws SystemException {
        this.poller = poller;
        this.ownPortId = ownPortId;
        this.listener = listener;
        this.lost = lost;
        socket = Nftables.socket(Nftables.GROUP_NFTABLES, RECEIVE_BUFFER_BYTES);
        try {
            poller.add(this);
        } catch (SystemException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public int fd() {
        return socket.fd();
    }

    @Override
    public void readable(long nowNanos, int share) {
        for (int i = 0; i < share; i++) {
            int error = socket.receive();
            if (error == Errno.EAGAIN) {
                return;
            }
            if (error != 0) {
                lost.run();
                return;
            }
            try {
                NetlinkReader message = new NetlinkReader(socket.datagram());
                while (message.next()) {
                    if (message.portId() != ownPortId) {
                        TableEvent.read(message).ifPresent(listener);
                    }
                }
            } catch (NetlinkFormatException e) {
                lost.run();
            }
        }
    }

    @Override
    public void close() {
        poller.remove(this);
        socket.close();
    }
}
