package org.ninelives.linux.connection;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.AbsentException;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.api.system.ExhaustedException;
import org.ninelives.linux.libc.Errno;

/** The kernel's refusals as exceptions of java.net, in sentences for the operator. */
final class Refusals {

    private Refusals() {}

    /** socket(2) has failed, or something else that every socket needs. */
    static IOException socket(int errno) {
        return switch (errno) {
            case Errno.EMFILE ->
                    new ExhaustedException(
                            "no socket: this process may not open more files (EMFILE); raise"
                                    + " LimitNOFILE of its service, or ulimit -n");
            case Errno.ENFILE ->
                    new ExhaustedException(
                            "no socket: this machine may not open more files (ENFILE); raise"
                                    + " fs.file-max");
            case Errno.ENOMEM, Errno.ENOBUFS ->
                    new ExhaustedException(
                            "no socket: the kernel has no memory for it ("
                                    + Errno.name(errno)
                                    + ")");
            case Errno.EACCES, Errno.EPERM ->
                    new MissingRightException(
                            "no socket: "
                                    + Errno.name(errno)
                                    + " (ICMP needs CAP_NET_RAW, or the group of this process in"
                                    + " net.ipv4.ping_group_range)");
            default -> new SocketException("no socket: " + Errno.name(errno));
        };
    }

    /** SO_BINDTODEVICE has failed. */
    static IOException bindInterface(ConnectTarget target, int errno) {
        String what = "bind_if " + target.interfaceName().orElseThrow();
        return switch (errno) {
            case Errno.ENODEV -> new AbsentException(what + " is not an interface of this host");
            case Errno.EPERM -> new BindException(what + ": EPERM (needs CAP_NET_RAW)");
            default -> new BindException(what + ": " + Errno.name(errno));
        };
    }

    /** SO_MARK has failed. */
    static IOException mark(ConnectTarget target, int errno) {
        return new SocketException(
                "fwmark "
                        + target.mark()
                        + ": "
                        + Errno.name(errno)
                        + (errno == Errno.EPERM ? " (needs CAP_NET_ADMIN)" : ""));
    }

    /** bind(2) has failed. */
    static IOException bind(ConnectTarget target, int errno) {
        String address = target.source().map(source -> "bindto " + source).orElse("");
        String port = target.sourcePort() == 0 ? "" : "bind_port " + target.sourcePort();
        String both = address.isEmpty() || port.isEmpty() ? address + port : address + " " + port;
        return switch (errno) {
            case Errno.EADDRNOTAVAIL ->
                    new AbsentException(address + " is not an address of this host");
            case Errno.EADDRINUSE ->
                    new ExhaustedException(
                            both + " is in use by another socket; ss -tuanp tells by which");
            case Errno.EACCES -> new BindException(both + ": EACCES (needs CAP_NET_BIND_SERVICE)");
            case Errno.EINVAL ->
                    new BindException(both + ": EINVAL (a link-local address needs bind_if)");
            default -> new BindException(both + ": " + Errno.name(errno));
        };
    }

    /** Connecting has failed. */
    static IOException connect(ConnectTarget target, int errno) {
        return switch (errno) {
            case Errno.ECONNREFUSED -> new ConnectException("connection to " + target + " refused");
            case Errno.EHOSTUNREACH ->
                    new ConnectException("no route to host " + target + " (EHOSTUNREACH)");
            case Errno.ENETUNREACH ->
                    new ConnectException("no route to the network of " + target + " (ENETUNREACH)");
            case Errno.ETIMEDOUT -> timeout("connecting to", target);
            case Errno.ECONNRESET ->
                    new ConnectException("connection to " + target + " reset while connecting");
            case Errno.EADDRNOTAVAIL ->
                    isSourceKnown(target)
                            ? noPort(target, errno)
                            : new ConnectException(
                                    "no local address fits, or no port is free, to connect to "
                                            + target
                                            + " (EADDRNOTAVAIL)");
            case Errno.EAGAIN -> noPort(target, errno);
            case Errno.ENOMEM, Errno.ENOBUFS -> noMemory(target, errno);
            case Errno.EPERM, Errno.EACCES ->
                    new ConnectException(
                            "a firewall rule of this host does not let packets out to "
                                    + target
                                    + " ("
                                    + Errno.name(errno)
                                    + ")");
            case Errno.EINVAL ->
                    new ConnectException(
                            "cannot connect to "
                                    + target
                                    + ": EINVAL (a link-local address needs bind_if)");
            default ->
                    new ConnectException("cannot connect to " + target + ": " + Errno.name(errno));
        };
    }

    /**
     * IPv4 always finds an address where it finds a route; IPv6 may have a route and no address.
     */
    private static boolean isSourceKnown(ConnectTarget target) {
        return target.address().family() == IpAddress.Family.IPV4 || target.source().isPresent();
    }

    private static IOException noPort(ConnectTarget target, int errno) {
        return new ExhaustedException(
                "no local port is free to connect to "
                        + target
                        + " ("
                        + Errno.name(errno)
                        + "); net.ipv4.ip_local_port_range says which there are");
    }

    private static IOException noMemory(ConnectTarget target, int errno) {
        return new ExhaustedException(
                "the kernel has no memory for packets to "
                        + target
                        + " ("
                        + Errno.name(errno)
                        + ")");
    }

    /** Sending or receiving on a connection has failed. */
    static IOException transfer(ConnectTarget target, int errno) {
        return switch (errno) {
            case Errno.ECONNRESET, Errno.EPIPE ->
                    new SocketException("connection to " + target + " reset");
            case Errno.ETIMEDOUT -> timeout("waiting for an acknowledgement of", target);
            case Errno.ENOMEM, Errno.ENOBUFS -> noMemory(target, errno);
            default ->
                    new SocketException(
                            "connection to " + target + " broken: " + Errno.name(errno));
        };
    }

    /** Sending or receiving of datagrams has failed. */
    static IOException datagram(ConnectTarget target, int errno) {
        return switch (errno) {
            case Errno.ECONNREFUSED ->
                    new PortUnreachableException("port of " + target + " refused");
            case Errno.EMSGSIZE ->
                    new SocketException("the datagram is too long to be sent to " + target);
            case Errno.EHOSTUNREACH,
                    Errno.ENETUNREACH,
                    Errno.EPERM,
                    Errno.EACCES,
                    Errno.ENOMEM,
                    Errno.ENOBUFS ->
                    connect(target, errno);
            default ->
                    new SocketException("no datagrams with " + target + ": " + Errno.name(errno));
        };
    }

    /**
     * The time is over.
     *
     * @param doing what was done meanwhile, with its preposition: {@code reading from}
     */
    static SocketTimeoutException timeout(String doing, ConnectTarget target) {
        return new SocketTimeoutException("timeout " + doing + " " + target);
    }
}
