package org.ninelives.vrrp.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.NextHop;
import org.ninelives.api.system.Realms;
import org.ninelives.api.system.Route;
import org.ninelives.api.system.RouteBuilder;
import org.ninelives.api.system.RouteMode;
import org.ninelives.api.system.RoutePreference;
import org.ninelives.api.system.RouteTable;
import org.ninelives.api.system.RouteType;
import org.ninelives.config.grammar.InvalidArgumentException;

/** Reads one route; used once. Its attributes come in any order, but for {@code nexthop}. */
final class RouteEntryParser {

    private static final long INT_MAX = 0xffff_ffffL;
    private static final long BYTE_MAX = 0xff;

    /** Types of routes that go nowhere, for which IPv4 has no interface. */
    private static final Set<RouteType> WITHOUT_HOP =
            Set.of(RouteType.BLACKHOLE, RouteType.UNREACHABLE, RouteType.PROHIBIT, RouteType.THROW);

    private final RoutingWords words;
    private final boolean isStatic;
    private final RouteEntryHops hops;
    private final RouteEntryMetrics metrics = new RouteEntryMetrics();
    private Optional<IpAddress.Family> family = Optional.empty();
    private boolean hasDestination;

    /** Empty for all of the family. */
    private Optional<IpPrefix> destination = Optional.empty();

    private RouteType type = RouteType.UNICAST;
    private Optional<IpPrefix> from = Optional.empty();
    private Optional<IpAddress> source = Optional.empty();
    private int tos;
    private RouteTable table = RouteTable.MAIN;
    private int protocol = Route.PROTOCOL_OURS;
    private OptionalInt scope = OptionalInt.empty();
    private OptionalLong metric = OptionalLong.empty();
    private Realms realms = Realms.NONE;
    private OptionalInt expires = OptionalInt.empty();
    private Optional<RoutePreference> preference = Optional.empty();
    private Optional<Boolean> ttlPropagate = Optional.empty();
    private RouteMode mode = RouteMode.PREPEND;
    private boolean noTrack;
    private Optional<String> trackGroup = Optional.empty();

    RouteEntryParser(RoutingWords words, boolean isStatic) {
        this.words = words;
        this.isStatic = isStatic;
        hops = new RouteEntryHops(words);
    }

    VirtualRoute parse() throws InvalidArgumentException {
        boolean afterHops = false;
        while (words.hasNext() && !afterHops) {
            String word = words.take("a word");
            takeWord(word);
            afterHops = word.equals("nexthop"); // What follows them is too much.
        }
        if (!hasDestination) {
            throw new InvalidArgumentException("the destination of the route is missing");
        }
        try {
            return build();
        } catch (IllegalArgumentException e) {
            throw new InvalidArgumentException(e.getMessage());
        }
    }

    private void takeWord(String word) throws InvalidArgumentException {
        try {
            if (hops.take(word) || metrics.take(word, words)) {
                return;
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidArgumentException(e.getMessage());
        }
        switch (word) {
            case "inet" -> tellFamily(IpAddress.Family.IPV4, word);
            case "inet6" -> tellFamily(IpAddress.Family.IPV6, word);
            case "src" -> {
                source = Optional.of(words.address(word));
                tellFamily(source.get().family(), "src " + source.get());
            }
            case "as" ->
                    throw new InvalidArgumentException(
                            "as is for routes of MPLS labels, which cannot be written here; remove"
                                    + " it and its label");
            case "from" -> {
                from = words.network(word);
                tellFamily(IpAddress.Family.IPV6, word);
            }
            case "tos", "dsfield" ->
                    tos = (int) words.named(word, RoutingNames.Kind.DSFIELD, 0, BYTE_MAX);
            case "table" -> table = table(words.named(word, RoutingNames.Kind.TABLE, 0, INT_MAX));
            case "vrf" -> table = new RouteTable.OfVrf(words.interfaceName(word));
            case "protocol" ->
                    protocol = (int) words.named(word, RoutingNames.Kind.PROTOCOL, 1, BYTE_MAX);
            case "scope" ->
                    scope =
                            OptionalInt.of(
                                    (int) words.named(word, RoutingNames.Kind.SCOPE, 0, BYTE_MAX));
            case "metric", "priority", "preference" ->
                    metric = OptionalLong.of(words.number(word, 0, INT_MAX));
            case "realms" -> realms = words.realms();
            case "expires" ->
                    expires = OptionalInt.of((int) words.number(word, 0, Integer.MAX_VALUE));
            case "pref" -> preference = Optional.of(preference(words.take("low, medium or high")));
            case "ttl-propagate" -> ttlPropagate = Optional.of(ttlPropagate());
            case "add" -> mode = RouteMode.ADD;
            case "prepend" -> mode = RouteMode.PREPEND;
            case "append" -> mode = RouteMode.APPEND;
            case "no_track" -> noTrack = true;
            case "track_group" -> takeTrackGroup();
            case "to" -> takeDestination(words.take("the destination of the route"));
            default -> takeDestination(word);
        }
    }

    private void tellFamily(IpAddress.Family told, String by) throws InvalidArgumentException {
        if (family.filter(known -> known != told).isPresent()) {
            throw new InvalidArgumentException(
                    by + " is " + told.label() + " and words before it are not");
        }
        family = Optional.of(told);
    }

    private RouteTable table(long number) {
        if (number == 0) {
            words.remark("table 0 is table main");
            return RouteTable.MAIN;
        }
        return new RouteTable.Numbered(number);
    }

    private static RoutePreference preference(String word) throws InvalidArgumentException {
        return Arrays.stream(RoutePreference.values())
                .filter(p -> p.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                new InvalidArgumentException(
                                        "pref " + word + " is none of low, medium, high"));
    }

    private boolean ttlPropagate() throws InvalidArgumentException {
        String word = words.take("enabled or disabled");
        return switch (word) {
            case "enabled" -> true;
            case "disabled" -> false;
            default ->
                    throw new InvalidArgumentException(
                            "ttl-propagate " + word + " is neither enabled nor disabled");
        };
    }

    private void takeTrackGroup() throws InvalidArgumentException {
        String name = words.take("the name of the track_group");
        if (!isStatic) {
            throw new InvalidArgumentException("track_group is for static routes only");
        }
        if (trackGroup.isPresent()) {
            throw new InvalidArgumentException("track_group " + name + " is a second one");
        }
        trackGroup = Optional.of(name);
    }

    /** The destination, or the type that stands before it. */
    private void takeDestination(String word) throws InvalidArgumentException {
        Optional<RouteType> named =
                Arrays.stream(RouteType.values())
                        .filter(t -> t.word().equals(word) || word.equals("" + t.number()))
                        .findFirst();
        if (named.isPresent()) {
            type = named.get();
            takeNetwork(words.take("the destination after " + word));
        } else {
            takeNetwork(word);
        }
    }

    private void takeNetwork(String word) throws InvalidArgumentException {
        if (hasDestination) {
            throw new InvalidArgumentException(
                    "'" + word + "' is not a word of routes, which have one destination");
        }
        hasDestination = true;
        if (word.equals("default6")) {
            tellFamily(IpAddress.Family.IPV6, word);
        } else if (!RoutingWords.isEverywhere(word)) {
            if (word.matches("[a-z_6-]+")) {
                throw new InvalidArgumentException(
                        "'" + word + "' is neither a word of routes nor a destination");
            }
            destination = Optional.of(words.network("destination", word));
            tellFamily(destination.get().address().family(), word);
        }
    }

    private VirtualRoute build() throws InvalidArgumentException {
        IpAddress.Family family4or6 = family.or(hops::family).orElse(IpAddress.Family.IPV4);
        hops.check(family4or6);
        List<NextHop> nextHops = hops.hops();
        checkHops(nextHops, family4or6);
        checkAttributes(family4or6);
        boolean watched = isWatched(nextHops);
        IpPrefix everywhere = new IpPrefix(new IpAddress(family4or6, 0, 0), 0);
        RouteBuilder route =
                RouteBuilder.to(destination.orElse(everywhere))
                        .type(type)
                        .tos(tos)
                        .table(table)
                        .protocol(watched ? ourProtocol() : protocol)
                        .realms(realms)
                        .metrics(metrics.metrics())
                        .mode(mode);
        from.ifPresent(route::from);
        scope.ifPresent(route::scope);
        metric.ifPresent(route::metric);
        source.ifPresent(route::preferredSource);
        nextHops.forEach(route::nextHop);
        expires.ifPresent(route::expiresSeconds);
        preference.ifPresent(route::preference);
        ttlPropagate.ifPresent(route::ttlPropagate);
        return new VirtualRoute(route.build(), !watched, trackGroup);
    }

    private void checkHops(List<NextHop> nextHops, IpAddress.Family family4or6)
            throws InvalidArgumentException {
        if (nextHops.isEmpty() && type == RouteType.UNICAST) {
            throw new InvalidArgumentException("a route needs via, dev or nexthop");
        }
        if (!nextHops.isEmpty()
                && WITHOUT_HOP.contains(type)
                && family4or6 == IpAddress.Family.IPV4) {
            throw new InvalidArgumentException(
                    type.word() + " goes nowhere; remove via, dev and nexthop");
        }
    }

    private void checkAttributes(IpAddress.Family family4or6) throws InvalidArgumentException {
        if (family4or6 == IpAddress.Family.IPV6) {
            if (!realms.equals(Realms.NONE)) {
                throw new InvalidArgumentException("realms are for IPv4 only");
            }
            if (scope.isPresent()) {
                words.remark("scope means nothing for IPv6; ignored");
                scope = OptionalInt.empty();
            }
        } else if (expires.isPresent() || preference.isPresent()) {
            throw new InvalidArgumentException("expires and pref are for IPv6 only");
        }
    }

    /** Without an interface the loss of a route is nobody's business, as in keepalived. */
    private boolean isWatched(List<NextHop> nextHops) {
        boolean known =
                !nextHops.isEmpty() && nextHops.stream().allMatch(hop -> hop.device().isPresent());
        if (!known && trackGroup.isPresent()) {
            words.remark("track_group needs a route with dev; ignored");
            trackGroup = Optional.empty();
        }
        if (!known && !noTrack) {
            words.remark("without dev the route is not tracked");
        }
        return known && !noTrack;
    }

    private int ourProtocol() {
        if (protocol != Route.PROTOCOL_OURS) {
            words.remark(
                    "a tracked route has protocol keepalived; write no_track to keep protocol "
                            + protocol);
        }
        return Route.PROTOCOL_OURS;
    }
}
