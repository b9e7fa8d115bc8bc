package org.ninelives.api.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;

/** Puts a {@link Route} together; what is not said is as {@code keepalived.conf} has it. */
public final class RouteBuilder {

    private static final int SCOPE_GLOBAL = 0;
    private static final int SCOPE_LINK = 253;
    private static final int SCOPE_HOST = 254;

    private final IpPrefix destination;
    private final List<NextHop> nextHops = new ArrayList<>();
    private RouteType type = RouteType.UNICAST;
    private Optional<IpPrefix> from = Optional.empty();
    private int tos;
    private RouteTable table = RouteTable.MAIN;
    private int protocol = Route.PROTOCOL_OURS;
    private OptionalInt scope = OptionalInt.empty();
    private OptionalLong metric = OptionalLong.empty();
    private Optional<IpAddress> preferredSource = Optional.empty();
    private Realms realms = Realms.NONE;
    private RouteMetrics metrics = RouteMetrics.NONE;
    private OptionalInt expiresSeconds = OptionalInt.empty();
    private Optional<RoutePreference> preference = Optional.empty();
    private Optional<Boolean> ttlPropagate = Optional.empty();
    private RouteMode mode = RouteMode.PREPEND;

    private RouteBuilder(IpPrefix destination) {
        this.destination = destination;
    }

    /** A route to a network. */
    public static RouteBuilder to(IpPrefix destination) {
        return new RouteBuilder(destination);
    }

    /** A route to a network such as {@code 10.0.0.0/8}. */
    public static RouteBuilder to(String destination) {
        return to(IpPrefix.of(destination));
    }

    public RouteBuilder type(RouteType newType) {
        type = newType;
        return this;
    }

    public RouteBuilder from(IpPrefix newFrom) {
        from = Optional.of(newFrom);
        return this;
    }

    public RouteBuilder tos(int newTos) {
        tos = newTos;
        return this;
    }

    public RouteBuilder table(RouteTable newTable) {
        table = newTable;
        return this;
    }

    public RouteBuilder table(long number) {
        return table(new RouteTable.Numbered(number));
    }

    public RouteBuilder protocol(int newProtocol) {
        protocol = newProtocol;
        return this;
    }

    /**
     * Without a scope it follows from the type: host for local, link for broadcast, anycast and
     * multicast, and otherwise global.
     */
    public RouteBuilder scope(int newScope) {
        scope = OptionalInt.of(newScope);
        return this;
    }

    public RouteBuilder metric(long newMetric) {
        metric = OptionalLong.of(newMetric);
        return this;
    }

    public RouteBuilder preferredSource(IpAddress newSource) {
        preferredSource = Optional.of(newSource);
        return this;
    }

    /** Adds a next hop. */
    public RouteBuilder nextHop(NextHop hop) {
        nextHops.add(hop);
        return this;
    }

    /** Adds a next hop that is a gateway alone. */
    public RouteBuilder via(String gateway) {
        return nextHop(NextHop.via(IpAddress.of(gateway)));
    }

    /** Adds a next hop that is an interface alone. */
    public RouteBuilder dev(String device) {
        return nextHop(NextHop.dev(new InterfaceName(device)));
    }

    public RouteBuilder realms(Realms newRealms) {
        realms = newRealms;
        return this;
    }

    public RouteBuilder metrics(RouteMetrics newMetrics) {
        metrics = newMetrics;
        return this;
    }

    public RouteBuilder expiresSeconds(int newExpires) {
        expiresSeconds = OptionalInt.of(newExpires);
        return this;
    }

    public RouteBuilder preference(RoutePreference newPreference) {
        preference = Optional.of(newPreference);
        return this;
    }

    public RouteBuilder ttlPropagate(boolean newTtlPropagate) {
        ttlPropagate = Optional.of(newTtlPropagate);
        return this;
    }

    public RouteBuilder mode(RouteMode newMode) {
        mode = newMode;
        return this;
    }

    /**
     * The route.
     *
     * @throws IllegalArgumentException worded for the operator
     */
    public Route build() {
        return new Route(
                type,
                destination,
                from,
                tos,
                table,
                protocol,
                scope.orElse(scopeOfType()),
                metric,
                preferredSource,
                nextHops,
                realms,
                metrics,
                expiresSeconds,
                preference,
                ttlPropagate,
                mode);
    }

    private int scopeOfType() {
        return switch (type) {
            case LOCAL, NAT -> SCOPE_HOST;
            case BROADCAST, ANYCAST, MULTICAST -> SCOPE_LINK;
            case UNICAST, BLACKHOLE, UNREACHABLE, PROHIBIT, THROW -> SCOPE_GLOBAL;
        };
    }
}
