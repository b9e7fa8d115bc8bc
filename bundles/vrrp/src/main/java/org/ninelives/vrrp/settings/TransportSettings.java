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
 * @param strict what the RFC does not allow is not done; all that follows from it is in the other
 *     settings already
 */
public record TransportSettings(
        ReceiveBuffer receiveBuffer,
        Optional<InterfaceName> vrf,
        boolean onlyWithoutMulticast,
        boolean strict) {

    /** What holds when nothing is written. */
    public static final TransportSettings DEFAULT =
            new TransportSettings(ReceiveBuffer.KERNEL_DEFAULT, Optional.empty(), false, false);
}
