package org.ninelives.vrrp.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.Links;
import org.ninelives.vrrp.settings.InstanceSettings;
import org.ninelives.vrrp.settings.VirtualAddress;

/**
 * What a master owns, on the interfaces as they are now.
 *
 * @param present those whose interface is there
 * @param absent those whose interface is missing
 */
record Belongings(List<Placed> present, List<VirtualAddress> absent) {

    /** A virtual address and the interface that holds it. */
    record Placed(Link link, VirtualAddress address) {

        InterfaceAddress onInterface() {
            return new InterfaceAddress(
                    link.index(),
                    address.prefix(),
                    address.scope(),
                    address.broadcast(),
                    address.label(),
                    false,
                    InterfaceAddress.PROTOCOL_OURS);
        }
    }

    /**
     * Finds the interfaces of all addresses.
     *
     * @param own where addresses go that name no interface
     */
    static Belongings of(InstanceSettings settings, Optional<Link> own, Links links) {
        List<Placed> present = new ArrayList<>();
        List<VirtualAddress> absent = new ArrayList<>();
        for (VirtualAddress address : settings.addresses()) {
            Optional<Link> link = address.device().map(links::find).orElse(own);
            link.ifPresentOrElse(
                    on -> present.add(new Placed(on, address)), () -> absent.add(address));
        }
        return new Belongings(present, absent);
    }

    Holdings holdings() {
        return new Holdings(present.stream().map(Placed::onInterface).toList());
    }

    /**
     * What an earlier run may have left on the interfaces, with the attributes it stands there
     * with. Addresses that are not there are named all the same: to remove them does no harm, and
     * so the way to the kernel has been walked before a takeover has to.
     */
    Holdings possibleLeftovers(Links links) {
        List<InterfaceAddress> leftovers = new ArrayList<>();
        for (Placed placed : present) {
            InterfaceAddress own = placed.onInterface();
            leftovers.add(
                    links.addresses(own.linkIndex()).stream()
                            .filter(own::sameAs)
                            .findFirst()
                            .orElse(own));
        }
        return new Holdings(leftovers);
    }
}
