package org.ninelives.snmp.mib;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.management.EncapDetails;
import org.ninelives.api.management.NextHopDetails;
import org.ninelives.api.management.RouteDetails;
import org.ninelives.snmp.core.Variables;
import org.ninelives.snmp.mib.Owner.Owned;
import org.ninelives.snmp.mib.Table.Row;
import org.ninelives.snmp.wire.Value;

/**
 * The routes of KEEPALIVED-MIB. A route with one next hop tells it itself; the hops of one with
 * several have a table of their own.
 */
final class Routes {

    /** RouteType, by the words of ip-route(8). */
    private static final Map<String, Integer> TYPES =
            Map.of(
                    "unicast",
                    1,
                    "blackhole",
                    3,
                    "anycast",
                    4,
                    "multicast",
                    5,
                    "broadcast",
                    6,
                    "unreachable",
                    7,
                    "prohibit",
                    8,
                    "throw",
                    9,
                    "nat",
                    10);

    private static final int SEVERAL_HOPS = 2;
    private static final int RTT_PER_MILLI = 8;
    private static final int RTTVAR_PER_MILLI = 4;

    /** PrefType. */
    private static final Map<String, Integer> PREFERENCES =
            Map.of("LOW", 1, "MEDIUM", 2, "HIGH", 3);

    /** Metrics of several columns: their own, and whether it is locked. */
    private static final Map<String, Integer> LOCKABLE =
            Map.of(
                    "mtu",
                    22,
                    "advmss",
                    25,
                    "reordering",
                    31,
                    "cwnd",
                    34,
                    "ssthresh",
                    36,
                    "rto_min",
                    38);

    /** Metrics without a column for a lock. */
    private static final Map<String, Integer> OTHERS =
            Map.of("hoplimit", 24, "window", 33, "initcwnd", 40, "initrwnd", 41);

    private Routes() {}

    static void write(Variables.Builder variables, Scene scene, Beans beans) {
        List<Row<Owned<RouteDetails>>> routes = new ArrayList<>();
        for (Owner owner : Owner.all(scene, beans)) {
            routes.addAll(owner.rows(owner.routing().routes()));
        }
        routes(scene).write(variables, routes);
        hops(scene).write(variables, hopsOf(routes));
    }

    private static Table<Owned<RouteDetails>> routes(Scene scene) {
        Table<Owned<RouteDetails>> table =
                new Table<Owned<RouteDetails>>(Oids.VRRP.plus(7, 1))
                        .column(2, each -> Value.number(family(each.thing())))
                        .column(3, each -> Values.network(each.thing().destination()))
                        .column(4, each -> Values.length(each.thing().destination()))
                        .maybe(5, each -> Values.addressOf(hop(each).gateway()))
                        .maybe(7, each -> Values.addressOf(each.thing().source()))
                        .column(8, each -> Value.gauge(Math.max(0, each.thing().metric())))
                        .column(9, each -> Values.scope(each.thing().scope()))
                        .column(10, each -> Value.number(type(each.thing())))
                        .maybe(11, each -> scene.index(hop(each).interfaceName()))
                        .maybe(12, each -> Values.textOf(hop(each).interfaceName()))
                        .column(13, each -> Value.gauge(each.thing().table()))
                        .column(14, each -> Values.truth(each.owner().set()))
                        .maybe(15, each -> from(each).map(Values::network))
                        .maybe(16, each -> from(each).map(Values::length))
                        .maybe(17, each -> Values.positive(each.thing().tos()))
                        // The numbers of the kernel, from 1 on.
                        .column(18, each -> Value.number(each.thing().protocol() + 1))
                        .column(19, each -> Values.truth(metric(each, "features").isPresent()))
                        .column(20, each -> Values.truth(isOn(each, "quickack")));
        metrics(table);
        table.maybe(21, each -> lifetime(each.thing()))
                .maybe(42, each -> Values.textOf(each.thing().congestionControl()))
                .maybe(43, each -> preference(each.thing()))
                .maybe(44, each -> Values.positive(each.thing().realmDestination()))
                .maybe(45, each -> Values.positive(each.thing().realmSource()))
                .maybe(55, each -> metric(each, "fastopen_no_cookie").map(Routes::truth));
        EncapColumns.add(table, 46, each -> hop(each).encap());
        return table;
    }

    private static void metrics(Table<Owned<RouteDetails>> table) {
        LOCKABLE.forEach((name, column) -> lockable(table, name, column, 1));
        lockable(table, "rtt", 27, RTT_PER_MILLI);
        lockable(table, "rttvar", 29, RTTVAR_PER_MILLI);
        OTHERS.forEach(
                (name, column) ->
                        table.maybe(column, each -> metric(each, name).map(Value::gauge)));
    }

    private static void lockable(
            Table<Owned<RouteDetails>> table, String name, int column, int unit) {
        table.maybe(column, each -> metric(each, name).map(number -> Value.gauge(number / unit)))
                .maybe(column + 1, each -> metric(each, name).map(number -> locked(each, name)));
    }

    private static Value locked(Owned<RouteDetails> each, String metric) {
        return Values.truth(each.thing().lockedMetrics().contains(metric));
    }

    private static Optional<Long> metric(Owned<RouteDetails> each, String name) {
        return Optional.ofNullable(each.thing().metrics().get(name));
    }

    private static boolean isOn(Owned<RouteDetails> each, String metric) {
        return metric(each, metric).orElse(0L) > 0;
    }

    private static Value truth(long number) {
        return Values.truth(number > 0);
    }

    private static Optional<String> from(Owned<RouteDetails> each) {
        return Optional.of(each.thing().from()).filter(prefix -> !prefix.isEmpty());
    }

    private static int family(RouteDetails route) {
        return Values.addressType(Values.prefix(route.destination()).address());
    }

    /** One with several next hops is ecmp, whatever else it is. */
    private static int type(RouteDetails route) {
        return route.nextHops().size() > 1
                ? SEVERAL_HOPS
                : TYPES.getOrDefault(route.type(), TYPES.get("unicast"));
    }

    private static Optional<Value> lifetime(RouteDetails route) {
        return Optional.of(route.expiresSeconds())
                .filter(seconds -> seconds >= 0)
                .map(Value::number);
    }

    private static Optional<Value> preference(RouteDetails route) {
        return Optional.ofNullable(PREFERENCES.get(route.preference())).map(Value::number);
    }

    /** The only next hop, or one that tells nothing. */
    private static NextHopDetails hop(Owned<RouteDetails> each) {
        List<NextHopDetails> hops = each.thing().nextHops();
        return hops.size() == 1
                ? hops.getFirst()
                : new NextHopDetails("", "", 1, false, 0, 0, EncapDetails.NONE);
    }

    private static List<Row<NextHopDetails>> hopsOf(List<Row<Owned<RouteDetails>>> routes) {
        List<Row<NextHopDetails>> rows = new ArrayList<>();
        for (Row<Owned<RouteDetails>> route : routes) {
            List<NextHopDetails> hops = route.content().thing().nextHops();
            for (int place = 0; hops.size() > 1 && place < hops.size(); place++) {
                rows.add(new Row<>(route.index().plus(place + 1), hops.get(place)));
            }
        }
        return rows;
    }

    private static Table<NextHopDetails> hops(Scene scene) {
        Table<NextHopDetails> table =
                new Table<NextHopDetails>(Oids.VRRP.plus(11, 1))
                        .maybe(2, hop -> Values.typeOf(hop.gateway()))
                        .maybe(3, hop -> Values.addressOf(hop.gateway()))
                        .maybe(4, hop -> scene.index(hop.interfaceName()))
                        .maybe(5, hop -> Values.textOf(hop.interfaceName()))
                        .maybe(6, hop -> Values.positive(hop.weight() > 1 ? hop.weight() : 0))
                        .column(7, hop -> Values.truth(hop.onlink()))
                        .maybe(8, hop -> Values.positive(hop.realmDestination()))
                        .maybe(9, hop -> Values.positive(hop.realmSource()));
        EncapColumns.add(table, 10, NextHopDetails::encap);
        return table;
    }
}
