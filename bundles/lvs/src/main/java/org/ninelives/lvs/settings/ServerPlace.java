package org.ninelives.lvs.settings;

import java.util.Optional;
import java.util.OptionalInt;
import org.ninelives.api.ipvs.Forwarding;
import org.ninelives.api.ipvs.TransportProtocol;

/**
 * Where a server is, and the port it shows.
 *
 * @param port which logs and checks call it by, 0..65535; 0 where there is none
 * @param portIgnored whether a port was written that packets do not go to
 */
record ServerPlace(ServerAddress address, int port, boolean portIgnored) {

    /**
     * The place of a server of a virtual server. Only where addresses are translated can a server
     * have a port of its own: behind DR and TUN packets arrive as they were sent.
     */
    static ServerPlace of(
            VirtualServerHeader service, ServerHeader written, Forwarding forwarding) {
        int own = written.port().orElse(0);
        if (forwarding.method() == Forwarding.Method.MASQUERADING) {
            return new ServerPlace(
                    new ServerAddress(written.address(), OptionalInt.of(own), forwarding),
                    own,
                    false);
        }
        ServerAddress address =
                new ServerAddress(written.address(), OptionalInt.empty(), forwarding);
        return switch (service) {
            case VirtualServerHeader.Endpoint endpoint ->
                    new ServerPlace(address, endpoint.port(), own != 0 && own != endpoint.port());
            case VirtualServerHeader.Mark mark -> new ServerPlace(address, 0, own != 0);
            case VirtualServerHeader.Group group -> new ServerPlace(address, own, false);
        };
    }

    /** {@code [192.168.0.2]:tcp:80}. */
    String name(Optional<TransportProtocol> protocol) {
        return VirtualServerNames.server(address.address(), protocol, port);
    }
}
