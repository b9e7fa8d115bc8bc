package org.ninelives.vrrp.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.net.MacAddress;

/**
 * The interface of its own that a virtual router asks for with {@code use_vmac} or {@code
 * use_ipvlan}.
 *
 * @param kind what it is
 * @param names the names it may have, in order of preference; the first one that neither another
 *     virtual router of this node nor a foreign interface bears
 * @param base the interface below it; the interface of the instance when empty
 * @param mac its Ethernet address, macvlan only: the one of RFC 9568 section 7.3 unless the file
 *     gives another
 * @param transmitOnBase adverts leave and enter by the interface below ({@code vmac_xmit_base})
 * @param mode ipvlan only
 * @param address ipvlan only: the address it needs besides the virtual ones
 * @param group the group number of the interface; that of the interface below when empty
 */
public record VirtualInterface(
        Kind kind,
        List<InterfaceName> names,
        Optional<InterfaceName> base,
        Optional<MacAddress> mac,
        boolean transmitOnBase,
        IpvlanMode mode,
        Optional<IpPrefix> address,
        OptionalInt group) {

    /** Kinds of virtual interfaces. */
    public enum Kind {
        /** A macvlan in private mode, with a MAC address of its own. */
        MACVLAN,
        /** An L2 ipvlan, with the MAC address of the interface below. */
        IPVLAN
    }

    /** Who may talk to whom over one interface below (IPVLAN_F_* of linux/if_link.h). */
    public enum IpvlanMode {
        BRIDGE,
        PRIVATE,
        VEPA
    }

    public VirtualInterface {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a virtual interface needs a name");
        }
    }

    /** The MAC address of a virtual router, RFC 9568 section 7.3. */
    public static MacAddress virtualMac(IpAddress.Family family, int virtualRouterId) {
        long prefix = family == IpAddress.Family.IPV4 ? 0x0000_5e00_0100L : 0x0000_5e00_0200L;
        return new MacAddress(prefix | virtualRouterId);
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT)
                + " "
                + names.getFirst()
                + mac.map(address -> " " + address).orElse("");
    }
}
