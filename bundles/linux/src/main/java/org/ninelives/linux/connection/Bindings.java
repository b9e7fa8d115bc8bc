package org.ninelives.linux.connection;

import static org.ninelives.linux.libc.Constants.IPPROTO_IP;
import static org.ninelives.linux.libc.Constants.IPPROTO_IPV6;
import static org.ninelives.linux.libc.Constants.IPV6_RECVERR;
import static org.ninelives.linux.libc.Constants.IP_BIND_ADDRESS_NO_PORT;
import static org.ninelives.linux.libc.Constants.IP_RECVERR;
import static org.ninelives.linux.libc.Constants.SOL_SOCKET;
import static org.ninelives.linux.libc.Constants.SO_BINDTODEVICE;
import static org.ninelives.linux.libc.Constants.SO_LINGER;
import static org.ninelives.linux.libc.Constants.SO_MARK;
import static org.ninelives.linux.libc.Constants.SO_REUSEADDR;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.Libc;
import org.ninelives.linux.libc.NativeBuffer;
import org.ninelives.linux.libc.SocketAddress;

/** How packets of a socket leave: interface, mark, local address and port. */
final class Bindings {

    private static final IpAddress ANY_IPV4 = IpAddress.ofIpv4(0);
    private static final IpAddress ANY_IPV6 = IpAddress.of("::");

    private Bindings() {}

    /**
     * Sets what the target asks for; asks the kernel nothing where that is nothing.
     *
     * @param memory for the calls
     */
    static void apply(int fd, ConnectTarget target, NativeBuffer memory) throws IOException {
        // First, as it is the scope of link-local addresses.
        if (target.interfaceName().isPresent()) {
            byte[] name = target.interfaceName().get().name().getBytes(StandardCharsets.UTF_8);
            memory.bytes().put(0, name).put(name.length, (byte) 0);
            if (!set(fd, SOL_SOCKET, SO_BINDTODEVICE, memory, name.length + 1)) {
                throw Refusals.bindInterface(target, Errno.last());
            }
        }
        if (target.mark() != 0 && !set(fd, SOL_SOCKET, SO_MARK, (int) target.mark(), memory)) {
            throw Refusals.mark(target, Errno.last());
        }
        if (target.source().isPresent() || target.sourcePort() != 0) {
            bind(fd, target, memory);
        }
    }

    private static void bind(int fd, ConnectTarget target, NativeBuffer memory) throws IOException {
        if (target.sourcePort() == 0) {
            // Leaves the port to connect(2), which may use one for each peer (ip(7)).
            set(fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, 1, memory);
        } else {
            set(fd, SOL_SOCKET, SO_REUSEADDR, 1, memory);
            resetOnClose(fd, memory);
        }
        IpAddress any =
                switch (target.address().family()) {
                    case IPV4 -> ANY_IPV4;
                    case IPV6 -> ANY_IPV6;
                };
        IpAddress source = target.source().orElse(any);
        SocketAddress.write(memory.bytes(), 0, source, target.sourcePort());
        int length = SocketAddress.length(source.family());
        if (Libc.bind(fd, memory.address(), length) != 0) {
            throw Refusals.bind(target, Errno.last());
        }
    }

    /**
     * A port of one's own has one connection to a server for as long as that rests in TIME_WAIT, a
     * minute; the next look would fail. So this one ends by reset. Elsewhere it ends in order, as
     * servers log resets.
     */
    private static void resetOnClose(int fd, NativeBuffer memory) {
        memory.bytes().putInt(0, 1).putInt(Integer.BYTES, 0);
        set(fd, SOL_SOCKET, SO_LINGER, memory, 2 * Integer.BYTES);
    }

    /**
     * Lets a socket of datagrams hear that a host or network cannot be reached; otherwise it hears
     * of refused ports alone (ip(7), IP_RECVERR).
     */
    static void hearOfErrors(int fd, IpAddress.Family family, NativeBuffer memory) {
        switch (family) {
            case IPV4 -> set(fd, IPPROTO_IP, IP_RECVERR, 1, memory);
            case IPV6 -> set(fd, IPPROTO_IPV6, IPV6_RECVERR, 1, memory);
        }
    }

    private static boolean set(int fd, int level, int option, int value, NativeBuffer memory) {
        memory.bytes().putInt(0, value);
        return set(fd, level, option, memory, Integer.BYTES);
    }

    private static boolean set(int fd, int level, int option, NativeBuffer memory, int length) {
        return Libc.setsockopt(fd, level, option, memory.address(), length) == 0;
    }
}
