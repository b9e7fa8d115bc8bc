package org.ninelives.snmp.mib;

import java.util.function.Function;
import org.ninelives.api.ipvs.IpvsCounters;
import org.ninelives.snmp.wire.Value;

/**
 * The columns of what has gone through a server, which virtual and real servers have alike.
 *
 * @param connections the number of the column of connections
 * @param totals that of packets to the servers; three follow
 * @param rates that of connections a second; four follow
 * @param wide that of connections with 64 bits; two follow
 * @param halves that of the lower half of connections a second; nine follow
 */
record CounterColumns(int connections, int totals, int rates, int wide, int halves) {

    private static final int HALF_BITS = 32;

    <R> void add(Table<R> table, Function<R, IpvsCounters> counters) {
        table.column(connections, of(counters, each -> Value.gauge(each.connections())))
                .column(totals, of(counters, each -> Value.counter(each.packetsIn())))
                .column(totals + 1, of(counters, each -> Value.counter(each.packetsOut())))
                .column(totals + 2, of(counters, each -> new Value.Counter64(each.bytesIn())))
                .column(totals + 3, of(counters, each -> new Value.Counter64(each.bytesOut())))
                .column(wide, of(counters, each -> new Value.Counter64(each.connections())))
                .column(wide + 1, of(counters, each -> new Value.Counter64(each.packetsIn())))
                .column(wide + 2, of(counters, each -> new Value.Counter64(each.packetsOut())));
        rate(table, 0, counters.andThen(IpvsCounters::connectionsPerSecond));
        rate(table, 1, counters.andThen(IpvsCounters::packetsInPerSecond));
        rate(table, 2, counters.andThen(IpvsCounters::packetsOutPerSecond));
        rate(table, 3, counters.andThen(IpvsCounters::bytesInPerSecond));
        rate(table, 4, counters.andThen(IpvsCounters::bytesOutPerSecond));
    }

    /** In 32 bits, and as both halves of 64. */
    private <R> void rate(Table<R> table, int place, Function<R, Long> perSecond) {
        table.column(rates + place, of(perSecond, Value::gauge))
                .column(halves + 2 * place, of(perSecond, Value::gauge))
                .column(
                        halves + 2 * place + 1,
                        of(perSecond, number -> Value.gauge(number >>> HALF_BITS)));
    }

    private static <R, T> Function<R, Value> of(Function<R, T> what, Function<T, Value> value) {
        return what.andThen(value);
    }
}
