package org.ninelives.lvs.settings;

import java.util.OptionalInt;
import org.ninelives.api.ipvs.DestinationKey;
import org.ninelives.api.ipvs.Forwarding;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.net.IpAddress;

/**
 * Where packets for a server go.
 *
 * @param port 1..65535; that of the service when empty, and always with {@code DR} and {@code TUN}
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
}
