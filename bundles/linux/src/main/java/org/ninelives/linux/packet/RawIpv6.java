package org.ninelives.linux.packet;

import static org.ninelives.linux.libc.Constants.AF_INET6;
import static org.ninelives.linux.libc.Constants.IPPROTO_IPV6;
import static org.ninelives.linux.libc.Constants.IPV6_HDRINCL;
import static org.ninelives.linux.libc.Constants.IPV6_JOIN_GROUP;
import static org.ninelives.linux.libc.Constants.IPV6_MULTICAST_IF;
import static org.ninelives.linux.libc.Constants.IPV6_MULTICAST_LOOP;
import static org.ninelives.linux.libc.Constants.IPV6_RECVHOPLIMIT;
import static org.ninelives.linux.libc.Constants.IPV6_RECVPKTINFO;
import static org.ninelives.linux.libc.Constants.IPV6_RECVTCLASS;

import java.nio.ByteBuffer;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.AdvertSocket;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.NativeBuffer;
import org.ninelives.linux.libc.Socket;
import org.ninelives.linux.libc.SocketAddress;

/**
 * Raw IPv6, as ipv6(7) and RFC 3542 tell it. The kernel neither writes nor checks checksums of
 * these sockets, as IPV6_CHECKSUM is off unless asked for.
 */
enum RawIpv6 implements RawFamily {
    INSTANCE;

    /** struct ipv6_mreq of linux/in6.h. */
    private static final int IPV6_MREQ = 20;

    private static final int IPV6_MREQ_LINK = 16;

    @Override
    public int number() {
        return AF_INET6;
    }

    @Override
    public String numberName() {
        return "AF_INET6";
    }

    @Override
    public void configure(Socket socket, AdvertSocket.Options options) throws SystemException {
        // Since Linux 4.5.
        socket.set(IPPROTO_IPV6, IPV6_HDRINCL, 1, "IPV6_HDRINCL");
        socket.set(IPPROTO_IPV6, IPV6_RECVPKTINFO, 1, "IPV6_RECVPKTINFO");
        socket.set(IPPROTO_IPV6, IPV6_RECVHOPLIMIT, 1, "IPV6_RECVHOPLIMIT");
        socket.set(IPPROTO_IPV6, IPV6_RECVTCLASS, 1, "IPV6_RECVTCLASS");
        socket.set(IPPROTO_IPV6, IPV6_MULTICAST_LOOP, 0, "IPV6_MULTICAST_LOOP");
        filter(options).attach(socket);
        int linkIndex = options.link().map(Link::index).orElse(0);
        if (linkIndex != 0) {
            socket.set(IPPROTO_IPV6, IPV6_MULTICAST_IF, linkIndex, "IPV6_MULTICAST_IF");
        }
        if (options.group().isPresent()) {
            IpAddress group = options.group().get();
            NativeBuffer membership = NativeBuffer.allocate(IPV6_MREQ);
            SocketAddress.putAddress(membership.bytes(), 0, group);
            membership.bytes().putInt(IPV6_MREQ_LINK, linkIndex);
            String on = options.link().map(link -> " on " + link.name()).orElse("");
            socket.set(IPPROTO_IPV6, IPV6_JOIN_GROUP, membership, "IPV6_JOIN_GROUP " + group + on);
        }
    }

    /**
     * Groups joined by other sockets would be heard here too: unlike IPv4, the kernel asks for
     * membership only where a raw socket is bound to an address (raw_v6_match).
     */
    private static SocketFilter filter(AdvertSocket.Options options) {
        SocketFilter filter = new SocketFilter();
        if (options.authenticationHeader()) {
            filter.byteIs(0, AdvertSocket.PROTOCOL);
        }
        return filter.multicastIsTo(options.group());
    }

    @Override
    public Inbox inbox(Traffic traffic) {
        return traffic.ipv6Inbox();
    }

    @Override
    public int sendFlags(IpAddress destination) {
        return 0;
    }

    @Override
    public int addressLength() {
        return SocketAddress.length(IpAddress.Family.IPV6);
    }

    @Override
    public void writeAddress(ByteBuffer bytes, int at, IpAddress destination) {
        SocketAddress.write(bytes, at, destination, 0);
    }
}
