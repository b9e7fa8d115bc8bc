package org.ninelives.api.system;

import java.util.Optional;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;

/**
 * Whom to connect to, and how packets to it leave.
 *
 * @param port 0..65535; 0 where there is no port to speak of
 * @param source the local address; the kernel's choice when empty
 * @param sourcePort the local port, 0..65535; 0 for the kernel's choice
 * @param interfaceName the interface, which a link-local address needs; the routes decide when
 *     empty
 * @param mark SO_MARK of the packets, 0..2^32-1; 0 for none
 */
public record ConnectTarget(
        IpAddress address,
        int port,
        Optional<IpAddress> source,
        int sourcePort,
        Optional<InterfaceName> interfaceName,
        long mark) {

    public ConnectTarget {
        Unsigned.check("port", port, 0, Unsigned.SHORT_MAX);
        Unsigned.check("source port", sourcePort, 0, Unsigned.SHORT_MAX);
        Unsigned.check("mark", mark, 0, Unsigned.INT_MAX);
    }

    /** This address and port, and the kernel decides the rest. */
    public static ConnectTarget of(IpAddress address, int port) {
        return new ConnectTarget(address, port, Optional.empty(), 0, Optional.empty(), 0);
    }

    /** As in the log of keepalived: {@code [10.0.0.1]:80}. */
    @Override
    public String toString() {
        return "[" + address + "]:" + port;
    }
}
