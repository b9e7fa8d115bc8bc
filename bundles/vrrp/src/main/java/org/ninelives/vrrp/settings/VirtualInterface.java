package org.ninelives.vrrp.settings;

import java.util.Optional;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.net.MacAddress;
import org.ninelives.api.system.VirtualLinkRequest;

/**
 * The interface of its own that a virtual router runs on ({@code use_vmac}, {@code use_ipvlan}).
 *
 * @param link what to make, on which interface
 * @param transmitOnBase adverts leave and enter by the interface below ({@code vmac_xmit_base})
 * @param address the address an ipvlan needs besides the virtual ones; none when empty
 */
public record VirtualInterface(
        VirtualLinkRequest link, boolean transmitOnBase, Optional<IpPrefix> address) {

    /** The MAC address of a virtual router, RFC 9568 section 7.3. */
    public static MacAddress virtualMac(IpAddress.Family family, int virtualRouterId) {
        long prefix = family == IpAddress.Family.IPV4 ? 0x0000_5e00_0100L : 0x0000_5e00_0200L;
        return new MacAddress(prefix | virtualRouterId);
    }
}
