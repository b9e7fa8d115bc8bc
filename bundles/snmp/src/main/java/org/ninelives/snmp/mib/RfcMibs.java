package org.ninelives.snmp.mib;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.ninelives.api.management.RefusedAdvert;
import org.ninelives.api.management.VirtualAddressDetails;
import org.ninelives.api.management.VrrpCounters;
import org.ninelives.api.net.IpAddress;
import org.ninelives.snmp.core.Variables;
import org.ninelives.snmp.mib.Table.Row;
import org.ninelives.snmp.wire.Oid;
import org.ninelives.snmp.wire.Value;

/**
 * VRRP-MIB and VRRPV3-MIB. As in keepalived the second has the virtual routers of version 2 too.
 */
final class RfcMibs {

    /** RowStatus: active. */
    private static final Value ACTIVE = Value.number(1);

    private static final int MILLIS = 1000;
    private static final int CENTI_MILLIS = 10;
    private static final Oid OPER = Oids.RFC_2.plus(1, 3, 1);
    private static final Oid OPERATIONS = Oids.RFC_3.plus(1, 1, 1, 1);
    private static final Oid STATISTICS = Oids.RFC_3.plus(1, 2, 5, 1);
    private static final Map<String, Integer> AUTHENTICATION = Map.of("PASS", 2, "AH", 3);

    /** ipTtlError, versionError, checksumError. */
    private static final Map<String, Integer> PROTOCOL_ERRORS =
            Map.of("TTL", 1, "VERSION", 2, "CHECKSUM", 3);

    private static final Table<Value> TWO_ADDRESSES =
            new Table<Value>(Oids.RFC_2.plus(1, 4, 1)).column(2, active -> active);
    private static final Table<Value> THREE_ADDRESSES =
            new Table<Value>(Oids.RFC_3.plus(1, 1, 2, 1)).column(2, active -> active);
    private static final Table<VrrpCounters> TWO_COUNTERS = twoCounters();
    private static final Table<Router> THREE_COUNTERS = threeCounters();

    private RfcMibs() {}

    /** The name of the address of the master in VRRP-MIB. */
    static Oid masterOfTwo(Router router) {
        return OPER.plus(7).plus(router.interfaceAndId());
    }

    static Value masterAddressOfTwo(Router router) {
        return new Value.Ipv4(Values.octets(router.masterAddress(), Values.IPV4));
    }

    /** The name of the address of the master in VRRPV3-MIB. */
    static Oid masterOfThree(Router router) {
        return OPERATIONS.plus(3).plus(index(router));
    }

    static Value masterAddressOfThree(Router router) {
        return new Value.Text(Values.octets(router.masterAddress(), router.addressType()));
    }

    static Oid masterReason(Router router) {
        return STATISTICS.plus(2).plus(index(router));
    }

    private static Oid index(Router router) {
        return router.interfaceAndId().plus(router.addressType());
    }

    static void writeTwo(Variables.Builder variables, Scene scene, boolean traps, long start) {
        List<Router> routers =
                scene.routers().stream().filter(each -> each.status().version() == 2).toList();
        variables.scalar(Oids.RFC_2.plus(1, 1), Value.number(2));
        variables.scalar(Oids.RFC_2.plus(1, 2), Values.truth(traps));
        two(start)
                .write(
                        variables,
                        routers.stream()
                                .map(each -> new Row<>(each.interfaceAndId(), each))
                                .toList());
        List<Row<Value>> addresses = new ArrayList<>();
        routers.forEach(each -> addAddresses(addresses, each.interfaceAndId(), each));
        TWO_ADDRESSES.write(variables, addresses);
        variables.scalar(Oids.RFC_2.plus(2, 1), Value.counter(sum(scene, VrrpCounters::chkErr)));
        variables.scalar(Oids.RFC_2.plus(2, 2), Value.counter(sum(scene, VrrpCounters::versErr)));
        variables.scalar(Oids.RFC_2.plus(2, 3), Value.counter(scene.unknownVrids()));
        TWO_COUNTERS.write(
                variables,
                routers.stream()
                        .map(each -> new Row<>(each.interfaceAndId(), each.counters()))
                        .toList());
    }

    private static void addAddresses(List<Row<Value>> rows, Oid index, Router router) {
        for (VirtualAddressDetails each : router.details().addresses()) {
            if (each.advertised()) {
                IpAddress address = Values.prefix(each.prefix()).address();
                rows.add(new Row<>(index.plus(Values.index(address)), ACTIVE));
            }
        }
    }

    private static long sum(Scene scene, ToLongFunction<VrrpCounters> counter) {
        return scene.routers().stream().map(Router::counters).mapToLong(counter).sum();
    }

    private static Table<Router> two(long start) {
        return new Table<Router>(OPER)
                .column(2, router -> Values.mac(router.mac()))
                .column(3, RfcMibs::state)
                .column(4, router -> Value.number(1))
                .column(5, router -> Value.number(router.basePriority()))
                .column(6, router -> Value.number(router.advertised()))
                .column(7, RfcMibs::masterAddressOfTwo)
                .column(
                        8,
                        router ->
                                new Value.Ipv4(
                                        Values.octets(
                                                router.status().sourceAddress(), Values.IPV4)))
                .column(9, RfcMibs::authentication)
                .column(
                        11,
                        router ->
                                Value.number(
                                        (int) (router.status().advertIntervalMillis() / MILLIS)))
                .column(12, router -> Values.truth(router.details().preempt()))
                .column(13, router -> since(router, start))
                .column(14, router -> Value.number(1))
                .column(15, router -> ACTIVE);
    }

    /** initialize, backup, master; a fault is the first of them. */
    private static Value state(Router router) {
        return Value.number(
                switch (router.status().state()) {
                    case "BACKUP" -> 2;
                    case "MASTER" -> 3;
                    default -> 1;
                });
    }

    private static Value authentication(Router router) {
        return Value.number(AUTHENTICATION.getOrDefault(router.details().authentication(), 1));
    }

    /** When its state changed last, counted from the start of the daemon. */
    private static Value since(Router router, long start) {
        return Value.ticks(
                Math.max(0, router.status().lastTransitionMillis() - start) / CENTI_MILLIS);
    }

    private static Table<VrrpCounters> twoCounters() {
        return new Table<VrrpCounters>(Oids.RFC_2.plus(2, 4, 1))
                .column(1, counters -> Value.counter(counters.becomeMaster()))
                .column(2, counters -> Value.counter(counters.advertRcvd()))
                .column(3, counters -> Value.counter(counters.advertIntervalErr()))
                .column(4, counters -> Value.counter(counters.authFailure()))
                .column(5, counters -> Value.counter(counters.ipTtlErr()))
                .column(6, counters -> Value.counter(counters.priZeroRcvd()))
                .column(7, counters -> Value.counter(counters.priZeroSent()))
                .column(8, counters -> Value.counter(counters.invalidTypeRcvd()))
                .column(9, counters -> Value.counter(counters.addrListErr()))
                .column(10, counters -> Value.counter(counters.invalidAuthtype()))
                .column(11, counters -> Value.counter(counters.authtypeMismatch()))
                .column(12, counters -> Value.counter(counters.packetLenErr()));
    }

    static void writeThree(Variables.Builder variables, Scene scene, long now) {
        List<Row<Router>> rows =
                scene.routers().stream().map(each -> new Row<>(index(each), each)).toList();
        three(now).write(variables, rows);
        List<Row<Value>> addresses = new ArrayList<>();
        scene.routers().forEach(each -> addAddresses(addresses, index(each), each));
        THREE_ADDRESSES.write(variables, addresses);
        Oid statistics = Oids.RFC_3.plus(1, 2);
        variables.scalar(statistics.plus(1), new Value.Counter64(sum(scene, VrrpCounters::chkErr)));
        variables.scalar(
                statistics.plus(2), new Value.Counter64(sum(scene, VrrpCounters::versErr)));
        variables.scalar(statistics.plus(3), new Value.Counter64(scene.unknownVrids()));
        variables.scalar(statistics.plus(4), Value.ticks(0));
        THREE_COUNTERS.write(variables, rows);
    }

    private static Table<Router> three(long now) {
        return new Table<Router>(OPERATIONS)
                .column(3, RfcMibs::masterAddressOfThree)
                .column(
                        4,
                        router ->
                                new Value.Text(
                                        Values.octets(
                                                router.status().sourceAddress(),
                                                router.addressType())))
                .column(5, router -> Values.mac(router.mac()))
                .column(6, RfcMibs::state)
                .column(7, router -> Value.gauge(router.basePriority()))
                .column(8, router -> Value.number(router.advertised()))
                .column(
                        9,
                        router ->
                                Value.number(
                                        (int)
                                                (router.status().advertIntervalMillis()
                                                        / CENTI_MILLIS)))
                .column(10, router -> Values.truth(router.details().preempt()))
                .column(11, router -> Values.truth(router.details().accept()))
                .column(12, router -> upTime(router, now))
                .column(13, router -> ACTIVE);
    }

    /** Since its state changed last; 0 where it takes no part. */
    private static Value upTime(Router router, long now) {
        boolean up = router.isMaster() || router.status().state().equals("BACKUP");
        long millis = up ? now - router.status().lastTransitionMillis() : 0;
        return Value.ticks(Math.max(0, millis) / CENTI_MILLIS);
    }

    private static Table<Router> threeCounters() {
        return new Table<Router>(STATISTICS)
                .column(1, router -> Value.counter(router.counters().becomeMaster()))
                .column(2, RfcMibs::reason)
                .column(3, router -> new Value.Counter64(router.counters().advertRcvd()))
                .column(4, router -> new Value.Counter64(router.counters().advertIntervalErr()))
                .column(5, router -> new Value.Counter64(router.counters().ipTtlErr()))
                .column(6, RfcMibs::lastProtocolError)
                .column(7, router -> new Value.Counter64(router.counters().priZeroRcvd()))
                .column(8, router -> new Value.Counter64(router.counters().priZeroSent()))
                .column(9, router -> new Value.Counter64(router.counters().invalidTypeRcvd()))
                .column(10, router -> new Value.Counter64(router.counters().addrListErr()))
                .column(11, router -> new Value.Counter64(router.counters().packetLenErr()))
                .column(12, router -> Value.ticks(0))
                .column(13, router -> Value.gauge(router.status().advertIntervalMillis()));
    }

    /** notMaster, or masterNoResponse: a backup claims only when it has heard no master. */
    static Value reason(Router router) {
        return Value.number(router.isMaster() ? 3 : 0);
    }

    static Oid protocolErrorReason(Router router) {
        return STATISTICS.plus(6).plus(index(router));
    }

    /** What it was the last time; noError if it never was. */
    private static Value lastProtocolError(Router router) {
        return router.refused().stream()
                .filter(each -> PROTOCOL_ERRORS.containsKey(each.reason()))
                .max(Comparator.comparingLong(RefusedAdvert::millis))
                .map(RfcMibs::protocolError)
                .orElse(Value.number(0));
    }

    static Value protocolError(RefusedAdvert refused) {
        return Value.number(PROTOCOL_ERRORS.get(refused.reason()));
    }
}
