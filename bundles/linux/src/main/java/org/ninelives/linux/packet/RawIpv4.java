package org.ninelives.linux.packet;

import static org.ninelives.linux.libc.Constants.AF_INET;
import static org.ninelives.linux.libc.Constants.IPPROTO_IP;
import static org.ninelives.linux.libc.Constants.IP_ADD_MEMBERSHIP;
import static org.ninelives.linux.libc.Constants.IP_HDRINCL;
import static org.ninelives.linux.libc.Constants.IP_MULTICAST_ALL;
import static org.ninelives.linux.libc.Constants.IP_MULTICAST_IF;
import static org.ninelives.linux.libc.Constants.IP_MULTICAST_LOOP;
import static org.ninelives.linux.libc.Constants.MSG_DONTROUTE;

import java.nio.ByteBuffer;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.AdvertSocket;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.NativeBuffer;
import org.ninelives.linux.libc.Socket;
import org.ninelives.linux.libc.SocketAddress;

/** Raw IPv4, as raw(7) and ip(7) tell it. */
enum RawIpv4 implements RawFamily {
    INSTANCE;

    private static final IpAddress ANY = IpAddress.ofIpv4(0);

    @Override
    public int number() {
        return AF_INET;
    }

    @Override
    public String numberName() {
        return "AF_INET";
    }

    @Override
    public void configure(Socket socket, AdvertSocket.Options options) throws SystemException {
        socket.set(IPPROTO_IP, IP_HDRINCL, 1, "IP_HDRINCL");
        socket.set(IPPROTO_IP, IP_MULTICAST_LOOP, 0, "IP_MULTICAST_LOOP");
        // Otherwise groups joined by other sockets of this machine would be heard here too.
        socket.set(IPPROTO_IP, IP_MULTICAST_ALL, 0, "IP_MULTICAST_ALL");
        if (options.authenticationHeader()) {
            new SocketFilter().byteBehindIpv4HeaderIs(0, AdvertSocket.PROTOCOL).attach(socket);
        }
        int linkIndex = options.link().map(Link::index).orElse(0);
        if (linkIndex != 0) {
            NativeBuffer interfaceOnly = mreqn(ANY, linkIndex);
            socket.set(IPPROTO_IP, IP_MULTICAST_IF, interfaceOnly, "IP_MULTICAST_IF");
        }
        if (options.group().isPresent()) {
            IpAddress group = options.group().get();
            NativeBuffer membership = mreqn(group, linkIndex);
            String on = options.link().map(link -> " on " + link.name()).orElse("");
            socket.set(
                    IPPROTO_IP, IP_ADD_MEMBERSHIP, membership, "IP_ADD_MEMBERSHIP " + group + on);
        }
    }

    /** struct ip_mreqn of linux/in.h: the group, no local address, the interface. */
    private static NativeBuffer mreqn(IpAddress group, int linkIndex) {
        NativeBuffer memory = NativeBuffer.allocate(12);
        memory.bytes().putInt(8, linkIndex);
        SocketAddress.putAddress(memory.bytes(), 0, group);
        return memory;
    }

    @Override
    public Inbox inbox(Traffic traffic) {
        return traffic.inbox();
    }

    @Override
    public int sendFlags(IpAddress destination) {
        return destination.isMulticast() ? MSG_DONTROUTE : 0;
    }

    @Override
    public int addressLength() {
        return SocketAddress.length(IpAddress.Family.IPV4);
    }

    @Override
    public void writeAddress(ByteBuffer bytes, int at, IpAddress destination) {
        SocketAddress.write(bytes, at, destination, 0);
    }
}
