package org.ninelives.linux.packet;

import static org.ninelives.linux.libc.Constants.AF_PACKET;
import static org.ninelives.linux.libc.Constants.ETH_P_ARP;
import static org.ninelives.linux.libc.Constants.ETH_P_IPV6;
import static org.ninelives.linux.libc.Constants.IPPROTO_ICMPV6;
import static org.ninelives.linux.libc.Constants.SOCK_RAW;

import java.nio.ByteOrder;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.NeighbourWatch;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.NativeBuffer;
import org.ninelives.linux.libc.Socket;
import org.ninelives.linux.poll.PollTarget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A packet socket for one protocol on one interface (packet(7)). The kernel shows frames that leave
 * only to sockets of all protocols, and looks at other protocols' frames not at all.
 */
public final class LinuxNeighbourWatch implements NeighbourWatch, LoopSocket, PollTarget {

    private static final Logger LOG = LoggerFactory.getLogger(LinuxNeighbourWatch.class);

    /** struct sockaddr_ll of linux/if_packet.h. */
    private static final int SOCKADDR_LL = 20;

    private static final int SOCKADDR_LL_PROTOCOL = 2;
    private static final int SOCKADDR_LL_LINK = 4;

    /**
     * In an Ethernet frame with IPv6: the next header, RFC 8200 section 3, and what it begins with.
     */
    private static final int NEXT_HEADER = 14 + 6;

    private static final int ICMPV6_TYPE = 14 + Ipv6Inbox.HEADER;

    /** RFC 4861 section 4.4. */
    private static final int NEIGHBOUR_ADVERTISEMENT = 136;

    private final Socket socket;
    private final int linkIndex;
    private final Receiver receiver;
    private final Traffic traffic;
    private boolean closed;

    private LinuxNeighbourWatch(Socket socket, int linkIndex, Receiver receiver, Traffic traffic) {
        this.socket = socket;
        this.linkIndex = linkIndex;
        this.receiver = receiver;
        this.traffic = traffic;
    }

    /** Opens a socket and begins to hear. */
    public static LinuxNeighbourWatch open(
            Link link, IpAddress.Family family, Receiver receiver, Traffic traffic)
            throws SystemException {
        // Of protocol 0 it hears nothing before it is bound.
        Socket socket =
                Socket.open(
                        AF_PACKET, SOCK_RAW, 0, "socket(AF_PACKET, SOCK_RAW, 0)", "CAP_NET_RAW");
        try {
            if (family == IpAddress.Family.IPV6) {
                new SocketFilter()
                        .byteIs(NEXT_HEADER, IPPROTO_ICMPV6)
                        .byteIs(ICMPV6_TYPE, NEIGHBOUR_ADVERTISEMENT)
                        .attach(socket);
            }
            socket.bind(address(link.index(), family), "bind to " + link.name());
            LinuxNeighbourWatch opened =
                    new LinuxNeighbourWatch(socket, link.index(), receiver, traffic);
            traffic.poller().add(opened);
            return opened;
        } catch (SystemException e) {
            socket.close();
            throw e;
        }
    }

    private static NativeBuffer address(int linkIndex, IpAddress.Family family) {
        short protocol = (short) (family == IpAddress.Family.IPV4 ? ETH_P_ARP : ETH_P_IPV6);
        NativeBuffer address = NativeBuffer.allocate(SOCKADDR_LL);
        address.bytes().putShort(0, (short) AF_PACKET).putInt(SOCKADDR_LL_LINK, linkIndex);
        address.bytes()
                .duplicate()
                .order(ByteOrder.BIG_ENDIAN)
                .putShort(SOCKADDR_LL_PROTOCOL, protocol);
        return address;
    }

    @Override
    public int fd() {
        return socket.fd();
    }

    @Override
    public void readable(long nowNanos, int share) {
        Inbox inbox = traffic.inbox();
        int count = inbox.receive(socket.fd(), share, 0);
        if (count < 0) {
            LOG.debug("{}: receive: {}", socket, Errno.name(Errno.last()));
        }
        for (int i = 0; i < count && !closed; i++) {
            try {
                receiver.heard(nowNanos, linkIndex, inbox.packet(i));
            } catch (RuntimeException e) {
                LOG.error("the receiver failed on a frame", e);
            }
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
            traffic.poller().remove(this);
            socket.close();
        }
    }
}
