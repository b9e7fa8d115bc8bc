package org.ninelives.linux.virtual;

import static org.ninelives.api.net.IpAddress.Family.IPV4;
import static org.ninelives.api.net.IpAddress.Family.IPV6;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.system.KernelSetting;

/**
 * A setting of the kernel that a virtual interface depends on.
 *
 * @param setting the setting
 * @param value what it must be
 * @param more whether more than that is as good
 * @param otherwise what happens otherwise
 */
record Need(KernelSetting setting, int value, boolean more, String otherwise) {

    /** Settings of its parent, shared by all on that parent. */
    static List<Need> ofParent(InterfaceName link, InterfaceName parent) {
        return List.of(
                new Need(
                        KernelSetting.of(IPV4, parent, "arp_ignore"),
                        1,
                        true,
                        parent
                                + " answers ARP for addresses on "
                                + link
                                + " with its own Ethernet address"),
                new Need(
                        KernelSetting.of(IPV4, parent, "arp_announce"),
                        2,
                        true,
                        parent
                                + " asks by ARP in the name of addresses on "
                                + link
                                + ", and others learn its own Ethernet address for them"),
                new Need(
                        KernelSetting.of(IPV4, parent, "arp_filter"),
                        1,
                        false,
                        parent + " answers ARP for networks that other interfaces are for"));
    }

    /** Settings of its own. */
    static List<Need> ofLink(InterfaceName link, boolean ipv6) {
        List<Need> needs = new ArrayList<>();
        needs.add(
                new Need(
                        KernelSetting.of(IPV4, link, "arp_ignore"),
                        1,
                        false,
                        link + " answers ARP for addresses of other interfaces"));
        needs.add(
                new Need(
                        KernelSetting.of(IPV4, link, "rp_filter"),
                        0,
                        false,
                        "packets to addresses on " + link + " are dropped"));
        needs.add(
                new Need(
                        KernelSetting.of(IPV4, link, "accept_local"),
                        1,
                        false,
                        "packets from other addresses of this machine are dropped by " + link));
        needs.add(
                new Need(
                        KernelSetting.of(IPV4, link, "promote_secondaries"),
                        1,
                        false,
                        "when an address of a network is removed from "
                                + link
                                + ", the later ones go too"));
        needs.add(
                new Need(
                        KernelSetting.of(IPV6, link, "disable_ipv6"),
                        ipv6 ? 0 : 1,
                        false,
                        ipv6
                                ? "IPv6 addresses cannot be put on " + link
                                : link + " sends IPv6 packets that nobody asked for"));
        if (ipv6) {
            needs.add(
                    new Need(
                            KernelSetting.of(IPV6, link, "accept_ra"),
                            0,
                            false,
                            link + " takes routes from router advertisements"));
        }
        return needs;
    }
}
