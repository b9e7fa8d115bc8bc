package org.ninelives.api.system;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;

/**
 * A route of the kernel, as {@code ip route} words it (struct rtmsg of linux/rtnetlink.h). Made by
 * {@link RouteBuilder}.
 *
 * @param type what becomes of packets
 * @param destination where they go; without host bits
 * @param from where they come from; IPv6 only, without host bits
 * @param tos their type of service, 0..255
 * @param table where the route stands
 * @param protocol who made it, 1..255: {@link #PROTOCOL_OURS}, or another of
 *     /etc/iproute2/rt_protos
 * @param scope how far the destination is: 0 global, 200 site, 253 link, 254 host, 255 nowhere;
 *     IPv4 only
 * @param metric lower is better, 0..2^32-1; the kernel's, 0 or for IPv6 1024, when empty
 * @param preferredSource the address that packets of this machine have
 * @param nextHops where packets go next, at most 32; none for types that go nowhere
 * @param realms of the only hop, or of a route without; IPv4 only
 * @param metrics what TCP and IP do differently
 * @param expiresSeconds how long the route lives; IPv6 only
 * @param preference how it compares with others; IPv6 only
 * @param ttlPropagate whether MPLS takes the TTL from IP
 * @param mode how it gets into its table
 */
public record Route(
        RouteType type,
        IpPrefix destination,
        Optional<IpPrefix> from,
        int tos,
        RouteTable table,
        int protocol,
        int scope,
        OptionalLong metric,
        Optional<IpAddress> preferredSource,
        List<NextHop> nextHops,
        Realms realms,
        RouteMetrics metrics,
        OptionalInt expiresSeconds,
        Optional<RoutePreference> preference,
        Optional<Boolean> ttlPropagate,
        RouteMode mode) {

    /** RTPROT_KEEPALIVED of linux/rtnetlink.h. */
    public static final int PROTOCOL_OURS = 18;

    /** So that a route fits in a netlink message, whatever its hops wrap packets in. */
    public static final int NEXT_HOPS_MAX = 32;

    public Route {
        nextHops = List.copyOf(nextHops);
        Unsigned.check("tos", tos, 0, Unsigned.BYTE_MAX);
        Unsigned.check("protocol", protocol, 1, Unsigned.BYTE_MAX);
        Unsigned.check("scope", scope, 0, Unsigned.BYTE_MAX);
        metric.ifPresent(m -> Unsigned.check("metric", m, 0, Unsigned.INT_MAX));
        expiresSeconds.ifPresent(s -> Unsigned.check("expires", s, 0, Integer.MAX_VALUE));
        Unsigned.check("number of next hops", nextHops.size(), 0, NEXT_HOPS_MAX);
        checkNetwork(destination);
        from.ifPresent(prefix -> checkFrom(prefix, destination));
    }

    private static void checkNetwork(IpPrefix prefix) {
        if (!prefix.equals(prefix.network())) {
            throw new IllegalArgumentException(
                    prefix + " has bits behind its prefix length; write " + prefix.network());
        }
    }

    private static void checkFrom(IpPrefix from, IpPrefix destination) {
        checkNetwork(from);
        if (destination.address().family() != IpAddress.Family.IPV6
                || from.address().family() != IpAddress.Family.IPV6) {
            throw new IllegalArgumentException("from " + from + " is for IPv6 routes only");
        }
    }

    /** The family of the destination. */
    public IpAddress.Family family() {
        return destination.address().family();
    }

    /** As logs name it: {@code blackhole 10.0.2.0/24 table 100}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (type != RouteType.UNICAST) {
            text.append(type.word()).append(' ');
        }
        text.append(destination);
        from.ifPresent(prefix -> text.append(" from ").append(prefix));
        String before = nextHops.size() > 1 ? " nexthop " : " ";
        nextHops.forEach(hop -> text.append(before).append(hop));
        switch (table) {
            case RouteTable.Numbered numbered -> {
                if (!table.equals(RouteTable.MAIN)) {
                    text.append(" table ").append(numbered.number());
                }
            }
            case RouteTable.OfVrf of -> text.append(" vrf ").append(of.vrf());
        }
        metric.ifPresent(m -> text.append(" metric ").append(m));
        return text.toString();
    }
}
