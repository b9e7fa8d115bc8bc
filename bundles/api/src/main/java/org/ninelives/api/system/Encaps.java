package org.ninelives.api.system;

import java.util.Optional;
import org.ninelives.api.net.IpAddress;

/** What all tunnels of {@link RouteEncap} have to keep. */
final class Encaps {

    private Encaps() {}

    /** Refuses ends of a tunnel that are not of its family. */
    static void check(
            IpAddress.Family family, Optional<IpAddress> destination, Optional<IpAddress> source) {
        destination.ifPresent(address -> check(family, "dst", address));
        source.ifPresent(address -> check(family, "src", address));
    }

    private static void check(IpAddress.Family family, String what, IpAddress address) {
        if (address.family() != family) {
            throw new IllegalArgumentException(
                    "encap " + what + " " + address + " is not an " + family.label() + " address");
        }
    }
}
