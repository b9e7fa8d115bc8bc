package org.ninelives.lvs.settings;

import java.util.Locale;
import java.util.OptionalInt;
import org.ninelives.api.ipvs.DestinationKey;
import org.ninelives.api.ipvs.Forwarding;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.net.IpAddress;

/**
 * Where packets for a server go.
 *
 * @param port 0..65535; empty with {@code DR} and {@code TUN}, where packets keep the port of their
 *     service; 0 with {@code NAT} where none is written and there is no single service to take it
 *     from, which means the same
 */
public record ServerAddress(IpAddress address, OptionalInt port, Forwarding forwarding) {

    /** The destination it is of one of the services of its virtual server. */
    public DestinationKey destinationOf(ServiceKey service) {
        int servicePort =
                switch (service) {
                    case ServiceKey.Endpoint endpoint -> endpoint.port();
                    case ServiceKey.Mark mark -> 0;
                };
        return new DestinationKey(address, port.orElse(servicePort));
    }

    /** As in the configuration: {@code NAT}, {@code TUN type gue port 4000 csum}. */
    public String words() {
        return switch (forwarding.method()) {
            case MASQUERADING -> "NAT";
            case DIRECT_ROUTING -> "DR";
            case TUNNEL -> "TUN" + forwarding.tunnel().map(ServerAddress::words).orElse("");
            case LOCAL_NODE, BYPASS ->
                    throw new IllegalStateException(forwarding + " is never configured");
        };
    }

    private static String words(Forwarding.Tunnel tunnel) {
        String port = tunnel.port() == 0 ? "" : " port " + tunnel.port();
        String checksum =
                switch (tunnel.checksum()) {
                    case NONE -> "";
                    case FULL -> " csum";
                    case REMOTE -> " remcsum";
                };
        return " type " + tunnel.type().name().toLowerCase(Locale.ROOT) + port + checksum;
    }
}
