package org.ninelives.snmp.mib;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ninelives.api.management.ForwardingDetails;
import org.ninelives.api.net.IpAddress;
import org.ninelives.snmp.wire.Value;

/** What the tables of load balancing write alike. */
final class CheckValues {

    private static final long MICROS = 1_000_000;

    private static final Map<String, Integer> METHODS =
            Map.of("MASQUERADING", 1, "DIRECT_ROUTING", 2, "TUNNEL", 3);
    private static final Map<String, Integer> TUNNELS = Map.of("IPIP", 1, "GUE", 2, "GRE", 3);
    private static final Map<String, Integer> CHECKSUMS = Map.of("NONE", 1, "FULL", 2, "REMOTE", 3);

    private CheckValues() {}

    /** {@code nat}, {@code dr} or {@code tun}. */
    static Value method(ForwardingDetails forwarding) {
        return Value.number(METHODS.get(forwarding.method()));
    }

    /** Three columns: the type of a tunnel, its port if it has one, and how it is protected. */
    static <R> void tunnel(Table<R> table, int first, Function<R, ForwardingDetails> forwarding) {
        table.maybe(first, forwarding.andThen(CheckValues::tunnelType))
                .maybe(first + 1, forwarding.andThen(each -> positive(each.tunnelPort())))
                .maybe(first + 2, forwarding.andThen(CheckValues::checksum));
    }

    private static Optional<Value> tunnelType(ForwardingDetails forwarding) {
        return Optional.ofNullable(TUNNELS.get(forwarding.tunnelType())).map(Value::number);
    }

    /** IPIP knows none. */
    private static Optional<Value> checksum(ForwardingDetails forwarding) {
        return Optional.ofNullable(CHECKSUMS.get(forwarding.tunnelChecksum()))
                .filter(any -> !forwarding.tunnelType().equals("IPIP"))
                .map(Value::number);
    }

    /** Whole seconds. */
    static Value seconds(long micros) {
        return Value.gauge(micros / MICROS);
    }

    /** A server that fails is removed, or kept without weight. */
    static Value whenDown(boolean inhibits) {
        return Value.number(inhibits ? 2 : 1);
    }

    /** A number where there is one. */
    static Optional<Value> positive(long number) {
        return Optional.of(number).filter(some -> some > 0).map(Value::gauge);
    }

    /** The bytes of an address where there is one. */
    static Optional<Value> address(String address) {
        return Values.textOf(address).map(any -> octets(address));
    }

    static Value octets(String address) {
        return new Value.Text(Values.octets(IpAddress.of(address)));
    }

    static Value addressType(String address) {
        return Value.number(Values.addressType(IpAddress.of(address)));
    }
}
