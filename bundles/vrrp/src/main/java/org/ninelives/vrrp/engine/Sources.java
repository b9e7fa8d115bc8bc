package org.ninelives.vrrp.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Links;

/**
 * The address each interface has to send adverts from, looked up once for all virtual routers on
 * it: the first IPv4 address, or the first link-local one of IPv6 (RFC 9568 section 5.1.2.1), that
 * is not virtual itself.
 */
final class Sources {

    private final Links links;
    private final Predicate<IpAddress> isVirtual;
    private final Map<Place, Optional<IpAddress>> found = new HashMap<>();

    private record Place(int linkIndex, IpAddress.Family family) {}

    Sources(Links links, Predicate<IpAddress> isVirtual) {
        this.links = links;
        this.isVirtual = isVirtual;
    }

    /** The addresses of interfaces may be others now. */
    void forget() {
        found.clear();
    }

    Optional<IpAddress> find(int linkIndex, IpAddress.Family family) {
        return found.computeIfAbsent(new Place(linkIndex, family), this::look);
    }

    private Optional<IpAddress> look(Place place) {
        return links.addresses(place.linkIndex()).stream()
                .filter(InterfaceAddress::usable)
                .map(address -> address.prefix().address())
                .filter(address -> address.family() == place.family())
                .filter(
                        address ->
                                address.family() == IpAddress.Family.IPV4 || address.isLinkLocal())
                .filter(address -> !isVirtual.test(address))
                .findFirst();
    }
}
