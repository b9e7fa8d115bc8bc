package org.ninelives.vrrp.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.AddressFlag;
import org.ninelives.api.system.Link;
import org.ninelives.vrrp.core.Fault;
import org.ninelives.vrrp.settings.InstanceSettings;

/**
 * What a virtual router finds around itself: its interface, the address to send from, and what is
 * wrong with them.
 *
 * @param link the interface of its configuration; empty while there is none of that name, and for a
 *     unicast instance that names none
 * @param source the address adverts are sent from; empty if there is none to be had
 * @param faults why it can take no part; none if empty
 */
record Surroundings(Optional<Link> link, Optional<IpAddress> source, List<Fault> faults) {

    /** Looks at the interfaces as they are now. */
    static Surroundings look(InstanceSettings settings, Node node) {
        Optional<InterfaceName> name = settings.key().interfaceName();
        Optional<Link> link = name.flatMap(node.links()::find);
        List<Fault> faults = new ArrayList<>();
        if (name.isPresent() && link.isEmpty()) {
            faults.add(
                    new Fault(
                            Fault.Kind.INTERFACE_DOWN,
                            "interface " + name.get() + " does not exist; waiting for it"));
            return new Surroundings(link, settings.source(), faults);
        }
        if (link.isPresent()
                && settings.tracking().ownInterface()
                && !node.linkStates().isUp(link.get().name())) {
            faults.add(
                    new Fault(
                            Fault.Kind.INTERFACE_DOWN, "interface " + link.get().name() + " down"));
        }
        IpAddress.Family family = settings.key().family();
        Optional<IpAddress> source =
                settings.source()
                        .or(() -> link.flatMap(on -> node.sources().find(on.index(), family)));
        if (source.isEmpty()) {
            faults.add(
                    new Fault(
                            Fault.Kind.NO_SOURCE_ADDRESS,
                            family == IpAddress.Family.IPV4
                                    ? "no IPv4 address for interface"
                                    : "no link-local IPv6 address for interface"
                                            + duplicate(link, node)));
        } else if (settings.tracking().sourceAddress() && !isThere(source.get(), link, node)) {
            faults.add(
                    new Fault(
                            Fault.Kind.NO_SOURCE_ADDRESS,
                            "source address " + source.get() + " is not on the interface"));
        }
        link.flatMap(on -> tooManyAddresses(settings, on)).ifPresent(faults::add);
        if (settings.transport().onlyWithoutMulticast()
                && link.filter(Link::multicast).isPresent()) {
            faults.add(
                    new Fault(
                            Fault.Kind.CONFIGURATION,
                            "strict mode allows unicast only where there is no multicast, and "
                                    + link.get().name()
                                    + " has it; remove vrrp_strict or the peers"));
        }
        settings.heldInFault()
                .ifPresent(why -> faults.add(new Fault(Fault.Kind.CONFIGURATION, why)));
        return new Surroundings(link, source, faults);
    }

    /** RFC 4862 section 5.4.5: an address that somebody else has is not used. */
    private static String duplicate(Optional<Link> link, Node node) {
        return link.stream()
                .flatMap(on -> node.links().addresses(on.index()).stream())
                .filter(address -> address.flags().contains(AddressFlag.DAD_FAILED))
                .map(address -> address.prefix().address())
                .filter(IpAddress::isLinkLocal)
                .findFirst()
                .map(address -> ", as another machine has " + address + " too")
                .orElse("");
    }

    private static boolean isThere(IpAddress source, Optional<Link> link, Node node) {
        return link.filter(
                        on ->
                                node.links().addresses(on.index()).stream()
                                        .anyMatch(there -> there.prefix().address().equals(source)))
                .isPresent();
    }

    private static Optional<Fault> tooManyAddresses(InstanceSettings settings, Link link) {
        int fit = settings.advert().addressesThatFit(link.mtu());
        int wanted = settings.advertised().size();
        return wanted <= fit
                ? Optional.empty()
                : Optional.of(
                        new Fault(
                                Fault.Kind.CONFIGURATION,
                                "an advert on "
                                        + link.name()
                                        + " holds "
                                        + fit
                                        + " of the "
                                        + wanted
                                        + " addresses; move the others to"
                                        + " virtual_ipaddress_excluded"));
    }
}
