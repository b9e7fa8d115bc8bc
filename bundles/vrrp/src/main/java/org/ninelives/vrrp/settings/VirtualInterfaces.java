package org.ninelives.vrrp.settings;

import java.util.Map;
import java.util.Optional;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.system.VirtualLinkRequest;

/**
 * The interfaces of its own that a virtual router asks for.
 *
 * @param own where it runs itself; on its configured interface when empty
 * @param forAddresses for addresses {@linkplain AddressOptions#onVirtualInterface put on a virtual
 *     interface}: what to make, by the interface such an address would otherwise be on
 */
public record VirtualInterfaces(
        Optional<VirtualInterface> own, Map<InterfaceName, VirtualLinkRequest> forAddresses) {

    /** None at all. */
    public static final VirtualInterfaces NONE = new VirtualInterfaces(Optional.empty(), Map.of());

    public VirtualInterfaces {
        forAddresses = Map.copyOf(forAddresses);
    }
}
