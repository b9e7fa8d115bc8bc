package org.ninelives.linux.packet;

import static org.ninelives.linux.libc.Constants.IPPROTO_RAW;
import static org.ninelives.linux.libc.Constants.SOCK_RAW;
import static org.ninelives.linux.libc.Constants.SOL_SOCKET;
import static org.ninelives.linux.libc.Constants.SO_BINDTODEVICE;
import static org.ninelives.linux.libc.Constants.SO_PRIORITY;
import static org.ninelives.linux.libc.Constants.SO_RCVBUF;

import java.nio.ByteBuffer;
import java.util.OptionalInt;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.AdvertSocket;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.Socket;
import org.ninelives.linux.poll.PollTarget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A raw socket of either address family (raw(7)). */
public final class LinuxAdvertSocket implements AdvertSocket, LoopSocket, PollTarget, Sender {

    private static final Logger LOG = LoggerFactory.getLogger(LinuxAdvertSocket.class);

    /** TC_PRIO_INTERACTIVE of linux/pkt_sched.h: the most that needs no right. */
    private static final int PRIORITY = 6;

    private final Socket socket;
    private final RawFamily family;
    private final int protocol;
    private final Receiver receiver;
    private final Traffic traffic;
    private final boolean hears;
    private final int usualBufferBytes;
    private boolean closed;

    private LinuxAdvertSocket(
            Socket socket,
            RawFamily family,
            int protocol,
            boolean hears,
            int usualBufferBytes,
            Receiver receiver,
            Traffic traffic) {
        this.socket = socket;
        this.family = family;
        this.protocol = protocol;
        this.hears = hears;
        this.usualBufferBytes = usualBufferBytes;
        this.receiver = receiver;
        this.traffic = traffic;
    }

    /** Opens a socket and begins to hear. */
    public static LinuxAdvertSocket open(Options options, Receiver receiver, Traffic traffic)
            throws SystemException {
        RawFamily family = RawFamily.of(options.family());
        int protocol = protocol(options);
        String name = "socket(%s, SOCK_RAW, %d)".formatted(family.numberName(), protocol);
        Socket socket = Socket.open(family.number(), SOCK_RAW, protocol, name, "CAP_NET_RAW");
        try {
            // The kernel tells, and takes, twice what it is asked for (socket(7)).
            int usualBufferBytes = socket.get(SOL_SOCKET, SO_RCVBUF, "SO_RCVBUF") / 2;
            configure(socket, family, options);
            LinuxAdvertSocket opened =
                    new LinuxAdvertSocket(
                            socket,
                            family,
                            protocol,
                            !options.sendOnly(),
                            usualBufferBytes,
                            receiver,
                            traffic);
            if (opened.hears) {
                traffic.poller().add(opened);
            }
            return opened;
        } catch (SystemException e) {
            socket.close();
            throw e;
        }
    }

    private static int protocol(Options options) {
        if (options.sendOnly()) {
            return IPPROTO_RAW; // The one protocol of which nothing is ever received (raw(7)).
        }
        return options.authenticationHeader() ? AUTHENTICATION_HEADER_PROTOCOL : PROTOCOL;
    }

    private static void configure(Socket socket, RawFamily family, Options options)
            throws SystemException {
        if (options.link().isPresent()) {
            String name = options.link().get().name().name();
            socket.set(SOL_SOCKET, SO_BINDTODEVICE, name, "SO_BINDTODEVICE " + name);
        }
        socket.set(SOL_SOCKET, SO_PRIORITY, PRIORITY, "SO_PRIORITY");
        if (options.receiveBufferBytes().isPresent()) {
            socket.setReceiveBuffer(options.receiveBufferBytes().getAsInt());
        }
        family.configure(socket, options);
    }

    @Override
    public void setReceiveBuffer(OptionalInt bytes) throws SystemException {
        socket.setReceiveBuffer(bytes.orElse(usualBufferBytes));
    }

    @Override
    public void send(ByteBuffer packet, IpAddress destination) {
        if (closed) {
            throw new IllegalStateException("the socket is closed");
        }
        Outbox outbox = traffic.outbox();
        int i =
                outbox.queue(
                        this,
                        socket.fd(),
                        family.sendFlags(destination),
                        packet,
                        destination,
                        family.addressLength());
        MessageArray messages = outbox.messages();
        family.writeAddress(messages.bytes(), messages.addressAt(i), destination);
    }

    @Override
    public void refused(IpAddress destination, int errno) {
        try {
            receiver.sendFailed(
                    destination,
                    new SystemException("send to " + destination, Errno.name(errno), ""));
        } catch (RuntimeException e) {
            LOG.error("the receiver failed on a packet that could not be sent", e);
        }
    }

    @Override
    public int fd() {
        return socket.fd();
    }

    @Override
    public void readable(long nowNanos, int share) {
        Inbox inbox = family.inbox(traffic);
        int count = inbox.receive(socket.fd(), share, protocol);
        if (count < 0 && Errno.last() != Errno.EAGAIN && Errno.last() != Errno.EINTR) {
            LOG.debug("{}: receive: {}", socket, Errno.name(Errno.last()));
        }
        for (int i = 0; i < count && !closed; i++) {
            try {
                receiver.received(nowNanos, inbox.packet(i), inbox.truncated(i));
            } catch (RuntimeException e) {
                LOG.error("the receiver failed on a packet", e);
            }
        }
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    /** Lets what is queued leave first. */
    @Override
    public void close() {
        if (!closed) {
            traffic.outbox().flush();
            closed = true;
            if (hears) {
                traffic.poller().remove(this);
            }
            socket.close();
        }
    }
}
