package org.ninelives.linux.virtual;

import static org.ninelives.api.net.IpAddress.Family.IPV4;
import static org.ninelives.api.net.IpAddress.Family.IPV6;
import static org.ninelives.linux.virtual.Need.Strength.AT_LEAST;
import static org.ninelives.linux.virtual.Need.Strength.EXACTLY;
import static org.ninelives.linux.virtual.Need.Strength.IF_THERE;

import java.util.List;
import java.util.stream.Stream;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.system.KernelSetting;

/**
 * A setting of the kernel that a virtual interface depends on.
 *
 * @param setting the setting
 * @param value what it must be
 * @param strength how strictly
 * @param otherwise what happens otherwise
 */
record Need(KernelSetting setting, int value, Strength strength, String otherwise) {

    /** How strictly a value is meant. */
    enum Strength {
        EXACTLY,
        AT_LEAST,
        /** Where the kernel has no such setting nothing needs to be set. */
        IF_THERE
    }

    /** Settings of its parent, shared by all on that parent. */
    static List<Need> ofParent(InterfaceName link, InterfaceName parent) {
        return List.of(
                new Need(
                        KernelSetting.of(IPV4, parent, "arp_ignore"),
                        1,
                        AT_LEAST,
                        parent
                                + " answers ARP for addresses on "
                                + link
                                + " with its own Ethernet address"),
                new Need(
                        KernelSetting.of(IPV4, parent, "arp_announce"),
                        2,
                        AT_LEAST,
                        parent
                                + " asks by ARP in the name of addresses on "
                                + link
                                + ", and others learn its own Ethernet address for them"),
                new Need(
                        KernelSetting.of(IPV4, parent, "arp_filter"),
                        1,
                        EXACTLY,
                        parent + " answers ARP for networks that other interfaces are for"));
    }

    /** Settings of its own. */
    static List<Need> ofLink(InterfaceName link, boolean ipv6) {
        return Stream.concat(ofLinkIpv4(link), ipv6 ? ofLinkIpv6(link) : ofLinkWithoutIpv6(link))
                .toList();
    }

    private static Stream<Need> ofLinkIpv4(InterfaceName link) {
        return Stream.of(
                new Need(
                        KernelSetting.of(IPV4, link, "arp_ignore"),
                        1,
                        EXACTLY,
                        link + " answers ARP for addresses of other interfaces"),
                new Need(
                        KernelSetting.of(IPV4, link, "rp_filter"),
                        0,
                        EXACTLY,
                        "packets to addresses on " + link + " are dropped"),
                new Need(
                        KernelSetting.of(IPV4, link, "accept_local"),
                        1,
                        EXACTLY,
                        "packets from other addresses of this machine are dropped by " + link),
                new Need(
                        KernelSetting.of(IPV4, link, "promote_secondaries"),
                        1,
                        EXACTLY,
                        "when an address of a network is removed from "
                                + link
                                + ", the later ones go too"));
    }

    private static Stream<Need> ofLinkIpv6(InterfaceName link) {
        return Stream.of(
                new Need(
                        KernelSetting.of(IPV6, link, "disable_ipv6"),
                        0,
                        EXACTLY,
                        "IPv6 addresses cannot be put on " + link),
                new Need(
                        KernelSetting.of(IPV6, link, "accept_ra"),
                        0,
                        IF_THERE,
                        link + " takes routes from router advertisements"));
    }

    private static Stream<Need> ofLinkWithoutIpv6(InterfaceName link) {
        return Stream.of(
                new Need(
                        KernelSetting.of(IPV6, link, "disable_ipv6"),
                        1,
                        IF_THERE,
                        link + " sends IPv6 packets that nobody asked for"));
    }
}
