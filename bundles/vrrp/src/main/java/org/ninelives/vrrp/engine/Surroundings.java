package org.ninelives.vrrp.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.Links;
import org.ninelives.vrrp.core.Fault;
import org.ninelives.vrrp.settings.InstanceSettings;

/**
 * What a virtual router finds around itself: its interface, the address to send from, and what is
 * wrong with them.
 *
 * @param link its interface; empty while there is none of that name
 * @param source the address adverts are sent from; empty if there is none to be had
 * @param faults why it can take no part; none if empty
 */
record Surroundings(Optional<Link> link, Optional<IpAddress> source, List<Fault> faults) {

    /**
     * Looks at the interfaces as they are now.
     *
     * @param isVirtual whether an address is one that some virtual router of this node owns as
     *     master; such a one is never a source
     */
    static Surroundings look(
            InstanceSettings settings, Links links, Predicate<IpAddress> isVirtual) {
        Optional<Link> link = links.find(settings.key().interfaceName());
        List<Fault> faults = new ArrayList<>();
        if (link.isEmpty()) {
            faults.add(
                    new Fault(
                            Fault.Kind.INTERFACE_DOWN,
                            "interface "
                                    + settings.key().interfaceName()
                                    + " does not exist; waiting for it"));
            return new Surroundings(link, settings.source(), faults);
        }
        if (!link.get().usable()) {
            faults.add(
                    new Fault(
                            Fault.Kind.INTERFACE_DOWN, "interface " + link.get().name() + " down"));
        }
        Optional<IpAddress> source =
                settings.source().or(() -> firstAddress(links, link.get(), isVirtual));
        if (source.isEmpty()) {
            faults.add(new Fault(Fault.Kind.NO_SOURCE_ADDRESS, "no IPv4 address for interface"));
        }
        int fit = settings.advert().addressesThatFit(link.get().mtu());
        if (settings.advertised().size() > fit) {
            faults.add(
                    new Fault(
                            Fault.Kind.CONFIGURATION,
                            "an advert on "
                                    + link.get().name()
                                    + " holds "
                                    + fit
                                    + " of the "
                                    + settings.advertised().size()
                                    + " addresses; move the others to virtual_ipaddress_excluded"));
        }
        return new Surroundings(link, source, faults);
    }

    private static Optional<IpAddress> firstAddress(
            Links links, Link link, Predicate<IpAddress> isVirtual) {
        return links.addresses(link.index()).stream()
                .map(InterfaceAddress::prefix)
                .map(prefix -> prefix.address())
                .filter(address -> address.family() == IpAddress.Family.IPV4)
                .filter(address -> !isVirtual.test(address))
                .findFirst();
    }
}
