package org.ninelives.linux.rtnetlink;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.NextHop;
import org.ninelives.api.system.Route;
import org.ninelives.linux.netlink.AttributeReader;
import org.ninelives.linux.netlink.NetlinkFormatException;
import org.ninelives.linux.netlink.NetlinkReader;

/**
 * A route as the kernel tells it, as far as it takes to tell one from another.
 *
 * @param hops where packets go; one for types that go nowhere too
 */
record KernelRoute(
        int type,
        IpPrefix destination,
        Optional<IpPrefix> from,
        int tos,
        long table,
        int protocol,
        int scope,
        long metric,
        Optional<IpAddress> preferredSource,
        List<Hop> hops) {

    /** IP6_RT_PRIO_USER of the kernel's linux/ipv6_route.h. */
    private static final long METRIC_IPV6 = 1024;

    /**
     * A next hop.
     *
     * @param linkIndex the interface; 0 for none
     */
    record Hop(Optional<IpAddress> gateway, int linkIndex, int weight) {}

    /** Whether this is that route, whatever its metrics and encapsulation. */
    boolean is(ResolvedRoute resolved) {
        Route route = resolved.route();
        boolean ipv4 = route.family() == IpAddress.Family.IPV4;
        return type == route.type().number()
                && destination.equals(route.destination())
                && from.equals(route.from())
                && tos == route.tos()
                && table == resolved.table()
                && (protocol == route.protocol() || hasJoinedOthers(route))
                && (!ipv4 || scope == route.scope())
                && metric == route.metric().orElse(ipv4 ? 0 : METRIC_IPV6)
                && preferredSource.equals(route.preferredSource())
                && hasHopsOf(resolved);
    }

    /** IPv6 makes one of routes to a destination with the same metric, whoever made them. */
    private boolean hasJoinedOthers(Route route) {
        return route.family() == IpAddress.Family.IPV6
                && !route.nextHops().isEmpty()
                && hops.size() > route.nextHops().size();
    }

    /** In any order. */
    private boolean hasHopsOf(ResolvedRoute resolved) {
        List<NextHop> wanted = resolved.route().nextHops();
        List<Hop> left = new ArrayList<>(hops);
        for (int i = 0; i < wanted.size(); i++) {
            NextHop hop = wanted.get(i);
            int index = resolved.linkIndices().get(i);
            int weight = wanted.size() == 1 ? 0 : hop.weight();
            Optional<Hop> found =
                    left.stream().filter(other -> is(other, hop, index, weight)).findFirst();
            if (found.isEmpty()) {
                return false;
            }
            left.remove(found.get());
        }
        return wanted.isEmpty() || left.isEmpty() || hasJoinedOthers(resolved.route());
    }

    private static boolean is(Hop hop, NextHop wanted, int index, int weight) {
        return hop.gateway().equals(wanted.gateway())
                && (index == 0 || hop.linkIndex() == index)
                && (weight == 0 || hop.weight() == weight);
    }

    /** The route in a message; empty for families other than IPv4 and IPv6. */
    static Optional<KernelRoute> read(NetlinkReader message) throws NetlinkFormatException {
        AttributeReader attributes = message.attributes(RouteNumbers.RTMSG);
        ByteBuffer info = message.body();
        Optional<IpAddress.Family> known = AddressFamily.of(info.get(0));
        if (known.isEmpty()) {
            return Optional.empty();
        }
        IpAddress.Family family = known.get();
        IpAddress destination = AddressFamily.any(family);
        IpAddress from = AddressFamily.any(family);
        long table = Byte.toUnsignedLong(info.get(4));
        long metric = 0;
        Optional<IpAddress> preferredSource = Optional.empty();
        Optional<IpAddress> gateway = Optional.empty();
        int linkIndex = 0;
        List<Hop> hops = new ArrayList<>();
        while (attributes.next()) {
            switch (attributes.type()) {
                case RouteNumbers.RTA_DST -> destination = AddressFamily.read(attributes, family);
                case RouteNumbers.RTA_SRC -> from = AddressFamily.read(attributes, family);
                case RouteNumbers.RTA_OIF -> linkIndex = attributes.asInt();
                case RouteNumbers.RTA_GATEWAY ->
                        gateway = Optional.of(AddressFamily.read(attributes, family));
                case RouteNumbers.RTA_VIA -> gateway = AddressFamily.readVia(attributes);
                case RouteNumbers.RTA_PRIORITY ->
                        metric = Integer.toUnsignedLong(attributes.asInt());
                case RouteNumbers.RTA_PREFSRC ->
                        preferredSource = Optional.of(AddressFamily.read(attributes, family));
                case RouteNumbers.RTA_TABLE -> table = Integer.toUnsignedLong(attributes.asInt());
                case RouteNumbers.RTA_MULTIPATH -> readHops(attributes.value(), family, hops);
                default -> {} // What does not tell one route from another.
            }
        }
        if (hops.isEmpty()) {
            hops.add(new Hop(gateway, linkIndex, 1));
        }
        int fromLength = Byte.toUnsignedInt(info.get(2));
        return Optional.of(
                new KernelRoute(
                        Byte.toUnsignedInt(info.get(7)),
                        prefix(destination, Byte.toUnsignedInt(info.get(1))),
                        fromLength == 0 ? Optional.empty() : Optional.of(prefix(from, fromLength)),
                        Byte.toUnsignedInt(info.get(3)),
                        table,
                        Byte.toUnsignedInt(info.get(5)),
                        Byte.toUnsignedInt(info.get(6)),
                        metric,
                        preferredSource,
                        List.copyOf(hops)));
    }

    private static void readHops(ByteBuffer bytes, IpAddress.Family family, List<Hop> hops)
            throws NetlinkFormatException {
        int at = 0;
        while (at + RouteNumbers.RTNEXTHOP <= bytes.limit()) {
            int length = Short.toUnsignedInt(bytes.getShort(at));
            if (length < RouteNumbers.RTNEXTHOP || length > bytes.limit() - at) {
                throw new NetlinkFormatException("a next hop of " + length + " bytes");
            }
            AttributeReader attributes =
                    AttributeReader.behind(bytes.slice(at, length), RouteNumbers.RTNEXTHOP);
            Optional<IpAddress> gateway = Optional.empty();
            while (attributes.next()) {
                switch (attributes.type()) {
                    case RouteNumbers.RTA_GATEWAY ->
                            gateway = Optional.of(AddressFamily.read(attributes, family));
                    case RouteNumbers.RTA_VIA -> gateway = AddressFamily.readVia(attributes);
                    default -> {} // As above.
                }
            }
            int weight = Byte.toUnsignedInt(bytes.get(at + 3)) + 1;
            hops.add(new Hop(gateway, bytes.getInt(at + 4), weight));
            at += (length + 3) & ~3;
        }
    }

    private static IpPrefix prefix(IpAddress address, int length) throws NetlinkFormatException {
        if (length > address.family().bits()) {
            throw new NetlinkFormatException("a prefix length of " + length);
        }
        return new IpPrefix(address, length);
    }
}
