package org.ninelives.linux.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ninelives.api.system.ProcessEvent;
import org.ninelives.api.system.ProcessWatch;
import org.ninelives.api.system.RunningProcess;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.namespace.NetworkNamespace;
import org.ninelives.linux.netlink.NetlinkFormatException;
import org.ninelives.linux.netlink.NetlinkReader;
import org.ninelives.linux.packet.LoopSocket;
import org.ninelives.linux.poll.PollTarget;
import org.ninelives.linux.poll.Poller;
import org.ninelives.linux.rtnetlink.NetlinkSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A socket of the process connector, and {@code /proc}. */
public final class LinuxProcessWatch implements ProcessWatch, LoopSocket, PollTarget {

    private static final Logger LOG = LoggerFactory.getLogger(LinuxProcessWatch.class);

    /** An event counts as some 800 bytes, and a program that starts and ends makes five of them. */
    private static final int RECEIVE_BUFFER_BYTES = 16 << 20;

    /** Tells our request from those of other programs, whose answers come here too. */
    private static final int MARK = 0x6e696e65;

    private final ProcessFolder folder = new ProcessFolder(Path.of("/proc"));
    private final NetlinkSocket socket;
    private final Listener listener;
    private final Poller poller;

    /** Some events were lost, and those that wait are of before that. */
    private boolean losing;

    private boolean closed;

    private LinuxProcessWatch(NetlinkSocket socket, Listener listener, Poller poller) {
        this.socket = socket;
        this.listener = listener;
        this.poller = poller;
    }

    /** Opens a socket and begins to hear. */
    public static LinuxProcessWatch open(Listener listener, Poller poller) throws SystemException {
        NetlinkSocket socket = socket();
        int error = request(socket, Connector.PROC_CN_MCAST_LISTEN);
        if (error == Errno.ECONNREFUSED) {
            socket.close();
            socket =
                    NetworkNamespace.ofTheMachine(", which alone is told of processes")
                            .run(LinuxProcessWatch::socket);
            error = request(socket, Connector.PROC_CN_MCAST_LISTEN);
        }
        try {
            if (error != 0) {
                throw new SystemException("PROC_CN_MCAST_LISTEN", Errno.name(error), "");
            }
            checkAnswer(socket);
            LinuxProcessWatch opened = new LinuxProcessWatch(socket, listener, poller);
            poller.add(opened);
            return opened;
        } catch (SystemException e) {
            socket.close();
            throw e;
        }
    }

    private static NetlinkSocket socket() throws SystemException {
        return new NetlinkSocket(
                Connector.NETLINK_CONNECTOR,
                "NETLINK_CONNECTOR",
                "CAP_NET_ADMIN",
                Connector.CN_IDX_PROC,
                RECEIVE_BUFFER_BYTES);
    }

    private static int request(NetlinkSocket socket, int operation) {
        ConnectorMessage.writeRequest(socket.request(), operation, MARK);
        return socket.send();
    }

    /** The kernel answers while the request is sent, or never. */
    private static void checkAnswer(NetlinkSocket socket) throws SystemException {
        int error = socket.receive();
        for (; error == 0 || error == Errno.ENOBUFS; error = socket.receive()) {
            OptionalInt answer = error == 0 ? answer(socket) : OptionalInt.empty();
            if (answer.isPresent()) {
                if (answer.getAsInt() != 0) {
                    throw new SystemException(
                            "PROC_CN_MCAST_LISTEN",
                            Errno.name(answer.getAsInt()),
                            "needs CAP_NET_ADMIN");
                }
                return;
            }
        }
        throw new SystemException(
                "PROC_CN_MCAST_LISTEN",
                "EOPNOTSUPP",
                "the kernel tells of processes with CONFIG_PROC_EVENTS only, and in the machine's"
                        + " first process namespace");
    }

    private static OptionalInt answer(NetlinkSocket socket) {
        try {
            NetlinkReader message = new NetlinkReader(socket.datagram());
            while (message.next()) {
                Optional<ConnectorMessage> read = ConnectorMessage.read(message);
                if (read.isPresent() && read.get().answerTo(MARK).isPresent()) {
                    return read.get().answerTo(MARK);
                }
            }
        } catch (NetlinkFormatException e) {
            LOG.debug("the process connector sent {}", e.getMessage());
        }
        return OptionalInt.empty();
    }

    @Override
    public void setReceiveBuffer(OptionalInt bytes, boolean forced) throws SystemException {
        socket.setReceiveBuffer(bytes, forced);
    }

    @Override
    public List<RunningProcess> list(boolean commands) throws SystemException {
        return folder.list(commands);
    }

    @Override
    public Optional<RunningProcess> find(int pid, boolean command) {
        return folder.find(pid, command);
    }

    @Override
    public int fd() {
        return socket.fd();
    }

    @Override
    public void readable(long nowNanos, int share) {
        for (int i = 0; i < share && !closed; i++) {
            int error = socket.receive();
            if (error == Errno.EAGAIN) {
                tellLoss(nowNanos);
                return;
            }
            if (error == Errno.ENOBUFS) {
                losing = true;
            } else if (error != 0) {
                LOG.warn("{}: receive: {}", socket, Errno.name(error));
                return;
            } else if (!losing) {
                tell(nowNanos);
            }
        }
    }

    /** Not before all is read that came before the loss. */
    private void tellLoss(long nowNanos) {
        if (losing) {
            losing = false;
            listener.happened(nowNanos, new ProcessEvent.Lost());
        }
    }

    private void tell(long nowNanos) {
        try {
            NetlinkReader message = new NetlinkReader(socket.datagram());
            while (message.next()) {
                Optional<ConnectorMessage> read = ConnectorMessage.read(message);
                if (read.isPresent()) {
                    read.get().event().ifPresent(event -> listener.happened(nowNanos, event));
                }
            }
        } catch (NetlinkFormatException e) {
            LOG.debug("the process connector sent {}", e.getMessage());
        }
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            poller.remove(this);
            // Before Linux 6.6 events would be made for ever for one who does not say so.
            request(socket, Connector.PROC_CN_MCAST_IGNORE);
            socket.close();
        }
    }
}
