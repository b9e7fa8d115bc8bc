package org.ninelives.snmp.mib;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ninelives.api.management.EncapDetails;
import org.ninelives.snmp.wire.Value;

/** What packets are wrapped in, which routes and next hops have in the same nine columns. */
final class EncapColumns {

    /** EncapType; keepalived 2.2.7 answers each with the number of the next. */
    private static final Map<String, Integer> TYPES =
            Map.of("mpls", 1, "ip", 2, "ila", 3, "ip6", 4);

    private EncapColumns() {}

    /**
     * Adds the columns; who wraps nothing has none of them.
     *
     * @param first the number of that of the type
     */
    static <R> void add(Table<R> table, int first, Function<R, EncapDetails> encap) {
        table.maybe(first, encap.andThen(EncapColumns::type))
                .maybe(first + 1, encap.andThen(EncapColumns::labels))
                .maybe(first + 2, encap.andThen(each -> counter(each.id())))
                .maybe(first + 3, encap.andThen(each -> Values.addressOf(each.destination())))
                .maybe(first + 4, encap.andThen(each -> Values.addressOf(each.source())))
                .maybe(first + 5, encap.andThen(each -> Values.positive(each.tos())))
                .maybe(first + 6, encap.andThen(each -> Values.positive(each.ttl())))
                .maybe(first + 7, encap.andThen(each -> Values.positive(each.flags())))
                .maybe(first + 8, encap.andThen(each -> counter(each.locator())));
    }

    private static Optional<Value> type(EncapDetails encap) {
        return Optional.ofNullable(TYPES.get(encap.type())).map(Value::number);
    }

    private static Optional<Value> labels(EncapDetails encap) {
        return Values.textOf(
                encap.labels().stream().map(Object::toString).collect(Collectors.joining("/")));
    }

    private static Optional<Value> counter(long number) {
        return number == 0 ? Optional.empty() : Optional.of(new Value.Counter64(number));
    }
}
