package org.ninelives.linux.echo;

import static org.ninelives.linux.libc.Constants.AF_INET;
import static org.ninelives.linux.libc.Constants.AF_INET6;
import static org.ninelives.linux.libc.Constants.ICMP6_FILTER;
import static org.ninelives.linux.libc.Constants.ICMP_FILTER;
import static org.ninelives.linux.libc.Constants.IPPROTO_ICMP;
import static org.ninelives.linux.libc.Constants.IPPROTO_ICMPV6;
import static org.ninelives.linux.libc.Constants.SOCK_RAW;
import static org.ninelives.linux.libc.Constants.SOL_RAW;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.NativeBuffer;
import org.ninelives.linux.libc.Socket;
import org.ninelives.linux.libc.SocketAddress;

/** What echo does differently for each address family. */
public enum IcmpFamily {

    /** RFC 792. */
    IPV4("AF_INET", AF_INET, IPPROTO_ICMP, 8, 0),

    /** RFC 4443 section 4; the kernel writes and checks the checksum (RFC 3542 section 3.1). */
    IPV6("AF_INET6", AF_INET6, IPPROTO_ICMPV6, 128, 129);

    /** Where struct sockaddr_in6 has the scope. */
    private static final int SOCKADDR_IN6_SCOPE = 24;

    /** struct icmp6_filter: a bit for each type that is not wanted. */
    private static final int ICMP6_FILTER_BYTES = 32;

    /** Where an IPv4 packet says how many words its header has, RFC 791 section 3.1. */
    private static final int HEADER_WORDS = 0x0f;

    private final String numberName;
    private final int number;
    private final int protocol;
    private final int request;
    private final int reply;

    IcmpFamily(String numberName, int number, int protocol, int request, int reply) {
        this.numberName = numberName;
        this.number = number;
        this.protocol = protocol;
        this.request = request;
        this.reply = reply;
    }

    public static IcmpFamily of(IpAddress.Family family) {
        return switch (family) {
            case IPV4 -> IPV4;
            case IPV6 -> IPV6;
        };
    }

    /** IPPROTO_*. */
    public int protocol() {
        return protocol;
    }

    /** The type of a question. */
    int request() {
        return request;
    }

    /** The type of an answer. */
    int reply() {
        return reply;
    }

    /** Opens a raw socket that hears echo replies alone. */
    Socket open() throws SystemException {
        String name = "socket(%s, SOCK_RAW, %d)".formatted(numberName, protocol);
        Socket socket = Socket.open(number, SOCK_RAW, protocol, name, "CAP_NET_RAW");
        try {
            switch (this) {
                case IPV4 -> socket.set(SOL_RAW, ICMP_FILTER, ~(1 << reply), "ICMP_FILTER");
                case IPV6 -> {
                    NativeBuffer filter = NativeBuffer.allocate(ICMP6_FILTER_BYTES);
                    for (int at = 0; at < ICMP6_FILTER_BYTES; at += Integer.BYTES) {
                        filter.bytes().putInt(at, -1);
                    }
                    int word = reply / Integer.SIZE * Integer.BYTES;
                    filter.bytes().putInt(word, ~(1 << reply % Integer.SIZE));
                    socket.set(IPPROTO_ICMPV6, ICMP6_FILTER, filter, "ICMP6_FILTER");
                }
            }
            return socket;
        } catch (SystemException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * The socket address of a host.
     *
     * @param linkIndex the interface a link-local address is reached through; 0 for none
     */
    NativeBuffer address(IpAddress target, int linkIndex) {
        NativeBuffer address = NativeBuffer.allocate(SocketAddress.length(target.family()));
        SocketAddress.write(address.bytes(), 0, target, 0);
        if (this == IPV6 && target.isLinkLocal()) {
            address.bytes().putInt(SOCKADDR_IN6_SCOPE, linkIndex);
        }
        return address;
    }

    /** Where ICMP begins in what a raw socket hands over: IPv4 comes with its header. */
    int start(ByteBuffer received) {
        return this == IPV4 ? Integer.BYTES * (received.get(0) & HEADER_WORDS) : 0;
    }

    /** Whether whoever sends has to compute the checksum. */
    boolean needsChecksum() {
        return this == IPV4;
    }

    /** The internet checksum of an even number of bytes, RFC 1071. */
    static short checksum(ByteBuffer message, int length) {
        ByteBuffer words = message.duplicate().order(ByteOrder.BIG_ENDIAN);
        int sum = 0;
        for (int at = 0; at < length; at += Short.BYTES) {
            sum += Short.toUnsignedInt(words.getShort(at));
        }
        sum = (sum & 0xffff) + (sum >>> 16);
        return (short) ~((sum & 0xffff) + (sum >>> 16));
    }
}
