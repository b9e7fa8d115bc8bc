package org.ninelives.vrrp.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.FirewallState;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.Links;
import org.ninelives.vrrp.settings.AddressOptions;
import org.ninelives.vrrp.settings.InstanceSettings;
import org.ninelives.vrrp.settings.VirtualAddress;
import org.ninelives.vrrp.settings.VirtualRoute;
import org.ninelives.vrrp.settings.VirtualRule;

/**
 * What a master owns, on the interfaces as they are now.
 *
 * @param settings of the virtual router
 * @param present addresses whose interface is there
 * @param absent addresses whose interface is missing
 */
record Belongings(InstanceSettings settings, List<Placed> present, List<VirtualAddress> absent) {

    /** A virtual address and the interface that holds it. */
    record Placed(Link link, VirtualAddress address) {

        InterfaceAddress onInterface() {
            AddressOptions options = address.options();
            return new InterfaceAddress(
                    link.index(),
                    address.prefix(),
                    options.peer(),
                    address.scope(),
                    address.broadcast(),
                    address.label(),
                    options.preferredSeconds(),
                    options.flags(),
                    InterfaceAddress.PROTOCOL_OURS);
        }

        FirewallState.Dropped dropped() {
            IpAddress ip = address.address();
            boolean needsLink = ip.family() == IpAddress.Family.IPV6 && ip.isLinkLocal();
            return new FirewallState.Dropped(
                    ip, needsLink ? OptionalInt.of(link.index()) : OptionalInt.empty());
        }
    }

    /**
     * Finds the interfaces of all addresses.
     *
     * @param place where the virtual router stands
     */
    static Belongings of(InstanceSettings settings, Place place) {
        List<Placed> present = new ArrayList<>();
        List<VirtualAddress> absent = new ArrayList<>();
        for (VirtualAddress address : settings.addresses()) {
            place.holder(address)
                    .ifPresentOrElse(
                            on -> present.add(new Placed(on, address)), () -> absent.add(address));
        }
        return new Belongings(settings, present, absent);
    }

    Holdings holdings() {
        Set<FirewallState.Dropped> dropped = new HashSet<>();
        if (!settings.master().accept()) {
            present.forEach(placed -> dropped.add(placed.dropped()));
        }
        return new Holdings(
                present.stream().map(Placed::onInterface).toList(),
                settings.routing().routes().stream().map(VirtualRoute::route).toList(),
                settings.routing().rules().stream().map(VirtualRule::rule).toList(),
                dropped);
    }

    /**
     * What an earlier run may have left on the machine, addresses with the attributes they have
     * there. Things that are not there are named all the same: to remove them does no harm, and so
     * the way to the kernel has been walked before a takeover has to.
     */
    Holdings possibleLeftovers(Links links) {
        List<InterfaceAddress> addresses = new ArrayList<>();
        for (Placed placed : present) {
            InterfaceAddress own = placed.onInterface();
            addresses.add(
                    links.addresses(own.linkIndex()).stream()
                            .filter(own::sameAs)
                            .findFirst()
                            .orElse(own));
        }
        Holdings wanted = holdings();
        return new Holdings(addresses, wanted.routes(), wanted.rules(), Set.of());
    }

    /** Whether the loss of something it owns makes a master step down. */
    boolean isTracked(Object thing) {
        return present.stream()
                        .noneMatch(
                                placed ->
                                        !placed.address().options().tracked()
                                                && placed.onInterface().equals(thing))
                && settings.routing().routes().stream()
                        .noneMatch(route -> route.noTrack() && route.route().equals(thing))
                && settings.routing().rules().stream()
                        .noneMatch(rule -> rule.noTrack() && rule.rule().equals(thing));
    }
}
