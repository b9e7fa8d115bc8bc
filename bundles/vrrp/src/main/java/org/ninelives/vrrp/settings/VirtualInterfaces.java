package org.ninelives.vrrp.settings;

import java.util.List;
import java.util.Optional;
import org.ninelives.api.net.InterfaceName;

/**
 * The interfaces of its own that a virtual router asks for.
 *
 * @param own where it runs itself; on its configured interface when empty
 * @param addressNames the names that macvlans for addresses with {@linkplain
 *     AddressOptions#onVirtualInterface an interface of their own} may have, in order of
 *     preference; they bear {@link VirtualInterface#virtualMac}
 */
public record VirtualInterfaces(Optional<VirtualInterface> own, List<InterfaceName> addressNames) {

    /** None at all. */
    public static final VirtualInterfaces NONE = new VirtualInterfaces(Optional.empty(), List.of());

    public VirtualInterfaces {
        addressNames = List.copyOf(addressNames);
    }
}
