package org.ninelives.api.ipvs;

import java.util.Locale;
import org.ninelives.api.net.IpAddress;

/** What tells one service from another: the packets it takes. */
public sealed interface ServiceKey {

    /** Of the packets it takes. */
    IpAddress.Family family();

    /**
     * A service that takes what is sent to an address.
     *
     * @param port 0..65535; 0 for all ports, which needs persistence
     */
    record Endpoint(TransportProtocol protocol, IpAddress address, int port) implements ServiceKey {

        @Override
        public IpAddress.Family family() {
            return address.family();
        }

        /** As in the log of keepalived: {@code [10.0.0.1]:tcp:80}. */
        @Override
        public String toString() {
            return "[" + address + "]:" + protocol.name().toLowerCase(Locale.ROOT) + ":" + port;
        }
    }

    /**
     * A service that takes what carries a mark of the firewall.
     *
     * @param mark 1..2^32-1
     */
    record Mark(IpAddress.Family family, long mark) implements ServiceKey {

        /**
         * As in the log of keepalived: {@code FWM 100}; but {@code FWM6 100} of IPv6, as both may
         * be there.
         */
        @Override
        public String toString() {
            return (family == IpAddress.Family.IPV4 ? "FWM " : "FWM6 ") + mark;
        }
    }
}
