package org.ninelives.api.system;

import org.ninelives.api.net.MacAddress;

/** What a virtual interface is. */
public sealed interface VirtualLinkKind {

    /**
     * An interface with an Ethernet address of its own, in private mode: others on the same parent
     * do not hear it.
     *
     * @param mac such as 00:00:5e:00:01:VV, RFC 9568 section 7.3
     */
    record Macvlan(MacAddress mac) implements VirtualLinkKind {}

    /** An interface that shares the Ethernet address of its parent, in mode L2. */
    record Ipvlan(IpvlanFlag flag) implements VirtualLinkKind {}

    /** Who hears whom among ipvlans of one parent (IPVLAN_F_* of linux/if_link.h). */
    enum IpvlanFlag {
        BRIDGE,
        PRIVATE,
        VEPA
    }

    /** What the kernel calls it (IFLA_INFO_KIND). */
    default String kernelName() {
        return switch (this) {
            case Macvlan macvlan -> "macvlan";
            case Ipvlan ipvlan -> "ipvlan";
        };
    }
}
