package org.ninelives.vrrp.settings;

import java.util.Optional;
import org.ninelives.api.net.InterfaceName;

/**
 * How adverts travel, beyond source and peers.
 *
 * @param receiveBuffer the socket's receive buffer
 * @param vrf the VRF of a unicast instance without interface; none when empty
 * @param onlyWithoutMulticast it is in fault on an interface that can multicast: strict mode allows
 *     unicast on no other
 */
public record TransportSettings(
        ReceiveBuffer receiveBuffer, Optional<InterfaceName> vrf, boolean onlyWithoutMulticast) {

    /** What holds when nothing is written. */
    public static final TransportSettings DEFAULT =
            new TransportSettings(ReceiveBuffer.KERNEL_DEFAULT, Optional.empty(), false);
}
