package org.ninelives.vrrp.settings;

import java.util.Optional;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;

/**
 * A host that must answer a ping before a virtual router claims mastership from a silent master, so
 * that a node which is cut off itself does not. An extension of Ninelives.
 *
 * @param address whom to ask, such as the gateway
 * @param timeoutNanos how long to wait for an answer
 * @param interfaceName where to ask; the interface of the instance when empty
 */
public record Witness(IpAddress address, long timeoutNanos, Optional<InterfaceName> interfaceName) {

    @Override
    public String toString() {
        return address
                + " timeout "
                + timeoutNanos / 1e9
                + interfaceName.map(name -> " interface " + name).orElse("");
    }
}
