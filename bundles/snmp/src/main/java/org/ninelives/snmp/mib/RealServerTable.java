package org.ninelives.snmp.mib;

import java.util.Optional;
import java.util.function.Function;
import org.ninelives.api.management.RealServerDetails;
import org.ninelives.api.management.RealServerStatus;
import org.ninelives.api.management.ServerChecksDetails;
import org.ninelives.api.management.ServerTraffic;
import org.ninelives.snmp.mib.CheckScene.Real;
import org.ninelives.snmp.wire.Value;

/** realServerTable of KEEPALIVED-MIB, with sorry servers before the others. */
final class RealServerTable {

    static final Table<Row> TABLE = table();

    /**
     * A server, and what the kernel counts of it.
     *
     * @param real empty for a sorry server, which is neither checked nor weighed
     */
    record Row(Optional<Real> real, RealServerDetails details, ServerTraffic traffic) {

        ServerChecksDetails checks() {
            return details.checks();
        }
    }

    private RealServerTable() {}

    private static Table<Row> table() {
        Table<Row> table = new Table<>(Oids.REAL_SERVER_ENTRY);
        identity(table);
        state(table);
        counted(table);
        checking(table);
        return table;
    }

    private static void identity(Table<Row> table) {
        table.column(2, row -> Value.number(row.real().isPresent() ? 1 : 2))
                .column(3, row -> CheckValues.addressType(row.details().address()))
                .column(4, row -> CheckValues.octets(row.details().address()))
                .column(5, row -> Value.gauge(row.details().port()))
                .maybe(8, row -> CheckValues.positive(row.details().upperThreshold()))
                .maybe(9, row -> CheckValues.positive(row.details().lowerThreshold()))
                .maybe(10, ofReal(real -> CheckValues.whenDown(real.details().inhibit())))
                .maybe(11, row -> Values.textOf(row.details().notifyUp()))
                .maybe(12, row -> Values.textOf(row.details().notifyDown()))
                .column(40, row -> CheckValues.method(row.details().forwarding()))
                .column(47, row -> Values.truth(row.details().smtpAlert()))
                .maybe(55, row -> Values.textOf(row.details().snmpName()));
        CheckValues.tunnel(table, 52, row -> row.details().forwarding());
    }

    private static void state(Table<Row> table) {
        table.maybe(6, ofReal(real -> state(real.status())))
                .maybeSettable(
                        7,
                        ofReal(real -> Value.number(real.status().effectiveWeight())),
                        row -> row.real().map(WeightSetter::new))
                .maybe(13, ofReal(real -> failedChecks(real.status())));
    }

    private static Function<Row, Optional<Value>> ofReal(Function<Real, Value> value) {
        return row -> row.real().map(value);
    }

    /** {@code alive} or {@code dead}; one that is drained is alive for as long as it is there. */
    private static Value state(RealServerStatus status) {
        return Values.truth(status.state().equals("UP") || status.state().equals("DRAINING"));
    }

    private static Value failedChecks(RealServerStatus status) {
        return Value.gauge(
                status.checks().stream().filter(check -> check.verdict().equals("FAILED")).count());
    }

    private static void counted(Table<Row> table) {
        table.column(15, row -> Value.gauge(row.traffic().activeConnections()))
                .column(16, row -> Value.gauge(row.traffic().inactiveConnections()))
                .column(17, row -> Value.gauge(row.traffic().persistentConnections()));
        new CounterColumns(14, 18, 22, 27, 30).add(table, row -> row.traffic().counters());
    }

    private static void checking(Table<Row> table) {
        table.maybe(41, row -> Values.textOf(row.checks().virtualHost()))
                .column(42, row -> Values.truth(row.checks().alpha()))
                .column(43, row -> Value.gauge(row.checks().retry()))
                .column(44, row -> CheckValues.seconds(row.checks().delayBeforeRetryMicros()))
                .column(45, row -> CheckValues.seconds(row.checks().warmupMicros()))
                .column(46, row -> CheckValues.seconds(row.checks().delayLoopMicros()))
                .column(48, row -> Value.gauge(row.checks().delayBeforeRetryMicros()))
                .column(49, row -> Value.gauge(row.checks().warmupMicros()))
                .column(50, row -> Value.gauge(row.checks().delayLoopMicros()))
                .column(51, row -> Value.gauge(row.checks().connectTimeoutMicros()));
    }
}
