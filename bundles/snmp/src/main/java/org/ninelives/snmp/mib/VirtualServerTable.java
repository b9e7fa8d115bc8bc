package org.ninelives.snmp.mib;

import java.util.Map;
import java.util.Optional;
import org.ninelives.api.ipvs.IpvsCounters;
import org.ninelives.api.management.ServerChecksDetails;
import org.ninelives.api.management.VirtualServerDetails;
import org.ninelives.api.management.VirtualServerStatus;
import org.ninelives.snmp.mib.CheckScene.Virtual;
import org.ninelives.snmp.wire.Octets;
import org.ninelives.snmp.wire.Value;

/** virtualServerTable of KEEPALIVED-MIB. */
final class VirtualServerTable {

    private static final int OTHER_SCHEDULER = 99;

    /** Of virtualServerLoadBalancingAlgo. */
    private static final Map<String, Integer> SCHEDULERS =
            Map.ofEntries(
                    Map.entry("rr", 1),
                    Map.entry("wrr", 2),
                    Map.entry("lc", 3),
                    Map.entry("wlc", 4),
                    Map.entry("lblc", 5),
                    Map.entry("lblcr", 6),
                    Map.entry("dh", 7),
                    Map.entry("sh", 8),
                    Map.entry("sed", 9),
                    Map.entry("nq", 10),
                    Map.entry("fo", 11),
                    Map.entry("ovf", 12),
                    Map.entry("mh", 13),
                    Map.entry("twos", 14));

    /** Of virtualServerProtocol; 4 for none. */
    private static final Map<String, Integer> PROTOCOLS = Map.of("TCP", 1, "UDP", 2, "SCTP", 3);

    static final Table<Row> TABLE = table();

    /** A virtual server, and what has gone through it. */
    record Row(Virtual virtual, IpvsCounters counters) {

        VirtualServerStatus status() {
            return virtual.status();
        }

        VirtualServerDetails details() {
            return virtual.details();
        }

        ServerChecksDetails checks() {
            return virtual.details().checks();
        }

        /** The names of sh and of mh are two for the same flag. */
        Value flag(String flag) {
            return Values.truth(details().schedulerFlags().contains(flag));
        }
    }

    private VirtualServerTable() {}

    private static Table<Row> table() {
        Table<Row> table = new Table<>(Oids.VIRTUAL_SERVER_ENTRY);
        identity(table);
        behaviour(table);
        state(table);
        new CounterColumns(27, 28, 32, 38, 41).add(table, Row::counters);
        scheduling(table);
        checking(table);
        return table;
    }

    private static void identity(Table<Row> table) {
        table.column(2, row -> type(row.details()))
                .maybe(3, row -> Values.textOf(row.details().group()))
                .maybe(4, row -> CheckValues.positive(row.details().fwmark()))
                .column(5, row -> addressType(row.details()))
                .maybe(6, row -> CheckValues.address(row.details().address()))
                .maybe(7, row -> port(row.details()))
                .maybe(8, row -> Optional.of(protocol(row.details())).filter(any -> isNamed(row)))
                .maybe(71, row -> Values.textOf(row.details().snmpName()));
    }

    /** {@code fwmark}, {@code ip} or {@code group}. */
    static Value type(VirtualServerDetails details) {
        if (!details.group().isEmpty()) {
            return Value.number(3);
        }
        return Value.number(details.fwmark() > 0 ? 1 : 2);
    }

    static Value addressType(VirtualServerDetails details) {
        return Value.number(isIpv4(details) ? Values.IPV4 : Values.IPV6);
    }

    private static boolean isIpv4(VirtualServerDetails details) {
        return details.family().equals("IPv4");
    }

    static Optional<Value> port(VirtualServerDetails details) {
        return Optional.of(Value.gauge(details.port())).filter(any -> !details.address().isEmpty());
    }

    static Value protocol(VirtualServerDetails details) {
        return Value.number(PROTOCOLS.getOrDefault(details.protocol(), 4));
    }

    /** keepalived has no instance of a protocol where there is none. */
    private static boolean isNamed(Row row) {
        return !row.details().protocol().isEmpty();
    }

    private static void behaviour(Table<Row> table) {
        table.column(9, row -> scheduler(row.details()))
                .column(10, row -> CheckValues.method(row.details().forwarding()))
                .maybe(12, row -> Values.textOf(row.checks().virtualHost()))
                .column(13, row -> Values.truth(row.details().persistenceSeconds() > 0))
                .maybe(14, row -> CheckValues.positive(row.details().persistenceSeconds()))
                .maybe(15, row -> mask(row.details()))
                .column(17, row -> Values.truth(row.details().haSuspend()))
                .column(18, row -> Values.truth(row.checks().alpha()))
                .column(19, row -> Values.truth(row.details().omega()))
                .maybe(24, row -> Values.textOf(row.details().quorumUp()))
                .maybe(25, row -> Values.textOf(row.details().quorumDown()))
                .column(37, row -> Values.truth(row.details().onePacket()))
                .maybe(51, row -> prefixLength(row.details()))
                .column(56, row -> CheckValues.whenDown(row.details().inhibit()))
                .column(60, row -> Value.number(row.details().weight()))
                .column(61, row -> Values.truth(row.details().smtpAlert()));
        CheckValues.tunnel(table, 68, row -> row.details().forwarding());
    }

    private static Value scheduler(VirtualServerDetails details) {
        return Value.number(SCHEDULERS.getOrDefault(details.scheduler(), OTHER_SCHEDULER));
    }

    /** Clients that agree in these bits count as one; all bits where nothing is said. */
    private static Optional<Value> mask(VirtualServerDetails details) {
        int mask = -1 << (Integer.SIZE - details.persistencePrefixLength());
        return Optional.<Value>of(
                        new Value.Text(
                                Octets.of(
                                        (byte) (mask >>> 24),
                                        (byte) (mask >>> 16),
                                        (byte) (mask >>> 8),
                                        (byte) mask)))
                .filter(any -> isIpv4(details));
    }

    private static Optional<Value> prefixLength(VirtualServerDetails details) {
        return CheckValues.positive(details.persistencePrefixLength())
                .filter(any -> !isIpv4(details));
    }

    private static void state(Table<Row> table) {
        table.column(11, row -> Values.truth(row.status().inKernel()))
                .column(20, row -> total(row.status()))
                .column(21, row -> up(row.status()))
                .column(22, row -> quorum(row.status()))
                .column(23, row -> Values.truth(row.status().state().equals("UP")))
                .column(26, row -> Value.gauge(row.status().hysteresis()));
    }

    static Value total(VirtualServerStatus status) {
        return Value.gauge(status.realServers().size());
    }

    static Value up(VirtualServerStatus status) {
        return Value.gauge(status.liveServers());
    }

    static Value quorum(VirtualServerStatus status) {
        return Value.gauge(status.quorum());
    }

    private static void scheduling(Table<Row> table) {
        table.column(52, row -> Values.truth(false))
                .column(53, row -> row.flag("FLAG_1"))
                .column(54, row -> row.flag("FLAG_2"))
                .column(55, row -> row.flag("FLAG_3"))
                .column(62, row -> row.flag("FLAG_1"))
                .column(63, row -> row.flag("FLAG_2"));
    }

    private static void checking(Table<Row> table) {
        table.column(16, row -> CheckValues.seconds(row.checks().delayLoopMicros()))
                .column(57, row -> Value.gauge(row.checks().retry()))
                .column(58, row -> CheckValues.seconds(row.checks().delayBeforeRetryMicros()))
                .column(59, row -> CheckValues.seconds(row.checks().warmupMicros()))
                .column(64, row -> Value.gauge(row.checks().delayLoopMicros()))
                .column(65, row -> Value.gauge(row.checks().delayBeforeRetryMicros()))
                .column(66, row -> Value.gauge(row.checks().warmupMicros()))
                .column(67, row -> Value.gauge(row.checks().connectTimeoutMicros()));
    }
}
