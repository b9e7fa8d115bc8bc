package org.ninelives.linux.packet;

import static org.ninelives.linux.libc.Constants.IPPROTO_IP;
import static org.ninelives.linux.libc.Constants.IPPROTO_IPV6;
import static org.ninelives.linux.libc.Constants.IPV6_FREEBIND;
import static org.ninelives.linux.libc.Constants.IPV6_RECVHOPLIMIT;
import static org.ninelives.linux.libc.Constants.IPV6_RECVPKTINFO;
import static org.ninelives.linux.libc.Constants.IPV6_TCLASS;
import static org.ninelives.linux.libc.Constants.IPV6_UNICAST_HOPS;
import static org.ninelives.linux.libc.Constants.IPV6_V6ONLY;
import static org.ninelives.linux.libc.Constants.IP_FREEBIND;
import static org.ninelives.linux.libc.Constants.IP_PKTINFO;
import static org.ninelives.linux.libc.Constants.IP_RECVTTL;
import static org.ninelives.linux.libc.Constants.IP_TOS;
import static org.ninelives.linux.libc.Constants.IP_TTL;
import static org.ninelives.linux.libc.Constants.SOCK_DGRAM;
import static org.ninelives.linux.libc.Constants.SOL_SOCKET;
import static org.ninelives.linux.libc.Constants.SO_PRIORITY;

import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.PortRange;
import org.ninelives.api.system.SystemException;
import org.ninelives.api.system.UdpSocket;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.Libc;
import org.ninelives.linux.libc.NativeBuffer;
import org.ninelives.linux.libc.Socket;
import org.ninelives.linux.libc.SocketAddress;
import org.ninelives.linux.poll.PollTarget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A UDP socket of either address family (udp(7), ip(7), ipv6(7)). */
public final class LinuxUdpSocket implements UdpSocket, LoopSocket, PollTarget, Sender {

    private static final Logger LOG = LoggerFactory.getLogger(LinuxUdpSocket.class);

    /** TC_PRIO_INTERACTIVE of linux/pkt_sched.h: the most that needs no right. */
    private static final int PRIORITY = 6;

    /** Class selector 6, network control (RFC 4594 section 3.2). */
    private static final int TRAFFIC_CLASS = 0xc0;

    /** More than a receive buffer of megabytes holds, less than an endless stream brings. */
    private static final int CATCH_UP_BATCHES_MAX = 256;

    private final Socket socket;
    private final RawFamily family;
    private final int port;
    private final Receiver receiver;
    private final Traffic traffic;
    private boolean closed;

    private LinuxUdpSocket(
            Socket socket, RawFamily family, int port, Receiver receiver, Traffic traffic) {
        this.socket = socket;
        this.family = family;
        this.port = port;
        this.receiver = receiver;
        this.traffic = traffic;
    }

    /** Opens a socket and begins to hear. */
    public static LinuxUdpSocket open(Options options, Receiver receiver, Traffic traffic)
            throws SystemException {
        RawFamily family = RawFamily.of(options.family());
        String name = "socket(%s, SOCK_DGRAM, 0)".formatted(family.numberName());
        Socket socket = Socket.open(family.number(), SOCK_DGRAM, 0, name, "CAP_NET_BIND_SERVICE");
        try {
            socket.set(SOL_SOCKET, SO_PRIORITY, PRIORITY, "SO_PRIORITY");
            switch (options.family()) {
                case IPV4 -> configureIpv4(socket, options.hopLimit());
                case IPV6 -> configureIpv6(socket, options.hopLimit());
            }
            if (options.receiveBufferBytes().isPresent()) {
                socket.setReceiveBuffer(options.receiveBufferBytes().getAsInt());
            }
            int port = bind(socket, family, options);
            LinuxUdpSocket opened = new LinuxUdpSocket(socket, family, port, receiver, traffic);
            traffic.poller().add(opened);
            return opened;
        } catch (SystemException e) {
            socket.close();
            throw e;
        }
    }

    private static void configureIpv4(Socket socket, int hopLimit) throws SystemException {
        socket.set(IPPROTO_IP, IP_FREEBIND, 1, "IP_FREEBIND");
        socket.set(IPPROTO_IP, IP_PKTINFO, 1, "IP_PKTINFO");
        socket.set(IPPROTO_IP, IP_RECVTTL, 1, "IP_RECVTTL");
        socket.set(IPPROTO_IP, IP_TTL, hopLimit, "IP_TTL " + hopLimit);
        socket.set(IPPROTO_IP, IP_TOS, TRAFFIC_CLASS, "IP_TOS");
    }

    private static void configureIpv6(Socket socket, int hopLimit) throws SystemException {
        socket.set(IPPROTO_IPV6, IPV6_V6ONLY, 1, "IPV6_V6ONLY");
        socket.set(IPPROTO_IPV6, IPV6_FREEBIND, 1, "IPV6_FREEBIND");
        socket.set(IPPROTO_IPV6, IPV6_RECVPKTINFO, 1, "IPV6_RECVPKTINFO");
        socket.set(IPPROTO_IPV6, IPV6_RECVHOPLIMIT, 1, "IPV6_RECVHOPLIMIT");
        socket.set(IPPROTO_IPV6, IPV6_UNICAST_HOPS, hopLimit, "IPV6_UNICAST_HOPS " + hopLimit);
        socket.set(IPPROTO_IPV6, IPV6_TCLASS, TRAFFIC_CLASS, "IPV6_TCLASS");
    }

    /** Takes the first free port from a random one on, so that a port is not soon used again. */
    private static int bind(Socket socket, RawFamily family, Options options)
            throws SystemException {
        PortRange ports = options.ports();
        int count = ports.last() - ports.first() + 1;
        int offset = ThreadLocalRandom.current().nextInt(count);
        NativeBuffer address = NativeBuffer.allocate(family.addressLength());
        options.local().ifPresent(local -> family.writeAddress(address.bytes(), 0, local));
        address.bytes().putShort(0, (short) family.number());
        for (int tried = 1; ; tried++) {
            int port = ports.first() + (offset + tried) % count;
            SocketAddress.putPort(address.bytes(), 0, port);
            if (Libc.bind(socket.fd(), address.address(), address.size()) == 0) {
                return port;
            }
            if (tried == count || Errno.last() != Errno.EADDRINUSE) {
                throw refused(socket, options, port);
            }
        }
    }

    private static SystemException refused(Socket socket, Options options, int port) {
        String address = options.local().map(local -> local + " ").orElse("");
        return Errno.last() == Errno.EADDRINUSE
                ? new SystemException(
                        "bind to " + address + "port " + port,
                        Errno.name(Errno.EADDRINUSE),
                        "another program has it; ss -ulnp tells which")
                : socket.refused(socket + " bind to " + address + "port " + port);
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void send(ByteBuffer payload, IpAddress destination, int destinationPort) {
        if (closed) {
            throw new IllegalStateException("the socket is closed");
        }
        Outbox outbox = traffic.outbox();
        int i = outbox.queue(this, socket.fd(), 0, payload, destination, family.addressLength());
        MessageArray messages = outbox.messages();
        family.writeAddress(messages.bytes(), messages.addressAt(i), destination);
        SocketAddress.putPort(messages.bytes(), messages.addressAt(i), destinationPort);
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
        receive(nowNanos, share);
    }

    @Override
    public void catchUp(long nowNanos) {
        int left = CATCH_UP_BATCHES_MAX;
        while (left > 0 && !closed && receive(nowNanos, UdpInbox.BATCH) == UdpInbox.BATCH) {
            left--;
        }
    }

    private int receive(long nowNanos, int max) {
        UdpInbox inbox = traffic.udpInbox();
        int count = inbox.receive(socket.fd(), max);
        if (count < 0 && Errno.last() != Errno.EAGAIN && Errno.last() != Errno.EINTR) {
            LOG.debug("{}: receive: {}", socket, Errno.name(Errno.last()));
        }
        for (int i = 0; i < count && !closed; i++) {
            try {
                receiver.received(nowNanos, inbox.show(i));
            } catch (RuntimeException e) {
                LOG.error("the receiver failed on a packet", e);
            }
        }
        return count;
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
            traffic.poller().remove(this);
            socket.close();
        }
    }
}
