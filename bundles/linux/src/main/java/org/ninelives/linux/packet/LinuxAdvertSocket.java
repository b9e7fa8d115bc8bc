package org.ninelives.linux.packet;

import static org.ninelives.linux.libc.Constants.AF_INET;
import static org.ninelives.linux.libc.Constants.IPPROTO_IP;
import static org.ninelives.linux.libc.Constants.IP_ADD_MEMBERSHIP;
import static org.ninelives.linux.libc.Constants.IP_HDRINCL;
import static org.ninelives.linux.libc.Constants.IP_MULTICAST_ALL;
import static org.ninelives.linux.libc.Constants.IP_MULTICAST_IF;
import static org.ninelives.linux.libc.Constants.IP_MULTICAST_LOOP;
import static org.ninelives.linux.libc.Constants.MSG_DONTROUTE;
import static org.ninelives.linux.libc.Constants.SOCK_RAW;
import static org.ninelives.linux.libc.Constants.SOL_SOCKET;
import static org.ninelives.linux.libc.Constants.SO_BINDTODEVICE;
import static org.ninelives.linux.libc.Constants.SO_PRIORITY;
import static org.ninelives.linux.libc.Constants.SO_RCVBUF;
import static org.ninelives.linux.libc.Constants.SO_RCVBUFFORCE;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.AdvertSocket;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.NativeBuffer;
import org.ninelives.linux.libc.Socket;
import org.ninelives.linux.poll.PollTarget;
import org.ninelives.linux.poll.Poller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A raw IPv4 socket of protocol 112 (raw(7), ip(7)). */
public final class LinuxAdvertSocket implements AdvertSocket, LoopSocket, PollTarget, Sender {

    private static final Logger LOG = LoggerFactory.getLogger(LinuxAdvertSocket.class);

    private static final String NAME = "socket(AF_INET, SOCK_RAW, 112)";

    /** TC_PRIO_INTERACTIVE of linux/pkt_sched.h: the most that needs no right. */
    private static final int PRIORITY = 6;

    /** struct sockaddr_in of netinet/in.h. */
    private static final int SOCKADDR_IN = 16;

    private static final int SOCKADDR_IN_ADDRESS = 4;

    private final Socket socket;
    private final Receiver receiver;
    private final Outbox outbox;
    private final Inbox inbox;
    private final Poller poller;
    private boolean closed;

    private LinuxAdvertSocket(
            Socket socket, Receiver receiver, Outbox outbox, Inbox inbox, Poller poller) {
        this.socket = socket;
        this.receiver = receiver;
        this.outbox = outbox;
        this.inbox = inbox;
        this.poller = poller;
    }

    /** Opens a socket and begins to hear. */
    public static LinuxAdvertSocket open(
            Options options, Receiver receiver, Outbox outbox, Inbox inbox, Poller poller)
            throws SystemException {
        if (options.family() != IpAddress.Family.IPV4) {
            throw new SystemException(
                    "socket(AF_INET6, SOCK_RAW, 112)",
                    "EAFNOSUPPORT",
                    "adverts over IPv6 are not supported by this release");
        }
        Socket socket = Socket.open(AF_INET, SOCK_RAW, PROTOCOL, NAME, "CAP_NET_RAW");
        try {
            configure(socket, options);
            LinuxAdvertSocket opened =
                    new LinuxAdvertSocket(socket, receiver, outbox, inbox, poller);
            poller.add(opened);
            return opened;
        } catch (SystemException e) {
            socket.close();
            throw e;
        }
    }

    private static void configure(Socket socket, Options options) throws SystemException {
        if (options.link().isPresent()) {
            String name = options.link().get().name().name();
            socket.set(SOL_SOCKET, SO_BINDTODEVICE, name, "SO_BINDTODEVICE " + name);
        }
        socket.set(IPPROTO_IP, IP_HDRINCL, 1, "IP_HDRINCL");
        socket.set(IPPROTO_IP, IP_MULTICAST_LOOP, 0, "IP_MULTICAST_LOOP");
        // Otherwise groups joined by other sockets of this machine would be heard here too.
        socket.set(IPPROTO_IP, IP_MULTICAST_ALL, 0, "IP_MULTICAST_ALL");
        socket.set(SOL_SOCKET, SO_PRIORITY, PRIORITY, "SO_PRIORITY");
        if (options.receiveBufferBytes().isPresent()) {
            int bytes = options.receiveBufferBytes().getAsInt();
            if (!socket.trySet(SOL_SOCKET, SO_RCVBUFFORCE, bytes)) {
                socket.set(SOL_SOCKET, SO_RCVBUF, bytes, "SO_RCVBUF " + bytes);
            }
        }
        int linkIndex = options.link().map(Link::index).orElse(0);
        if (linkIndex != 0) {
            NativeBuffer interfaceOnly = mreqn(0, linkIndex);
            socket.set(IPPROTO_IP, IP_MULTICAST_IF, interfaceOnly, "IP_MULTICAST_IF");
        }
        if (options.group().isPresent()) {
            IpAddress group = options.group().get();
            NativeBuffer membership = mreqn(group.ipv4Bits(), linkIndex);
            String on = options.link().map(link -> " on " + link.name()).orElse("");
            socket.set(
                    IPPROTO_IP, IP_ADD_MEMBERSHIP, membership, "IP_ADD_MEMBERSHIP " + group + on);
        }
    }

    /** struct ip_mreqn of linux/in.h: the group, no local address, the interface. */
    private static NativeBuffer mreqn(int group, int linkIndex) {
        NativeBuffer memory = NativeBuffer.allocate(12);
        memory.bytes().putInt(8, linkIndex);
        memory.bytes().duplicate().order(ByteOrder.BIG_ENDIAN).putInt(0, group);
        return memory;
    }

    @Override
    public void send(ByteBuffer packet, IpAddress destination) {
        if (closed) {
            throw new IllegalStateException("the socket is closed");
        }
        int flags = destination.isMulticast() ? MSG_DONTROUTE : 0;
        int i = outbox.queue(this, socket.fd(), flags, packet, destination, SOCKADDR_IN);
        int at = outbox.messages().addressAt(i);
        outbox.messages()
                .bytes()
                .putLong(at, 0)
                .putLong(at + 8, 0)
                .putShort(at, (short) AF_INET)
                .putInt(at + SOCKADDR_IN_ADDRESS, networkOrder(destination.ipv4Bits()));
    }

    private static int networkOrder(int bits) {
        return ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? bits : Integer.reverseBytes(bits);
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
        int count = inbox.receive(socket.fd(), share);
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
            outbox.flush();
            closed = true;
            poller.remove(this);
            socket.close();
        }
    }
}
