package org.ninelives.snmp.mib;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.snmp.wire.Octets;
import org.ninelives.snmp.wire.Value;

/** What several MIBs write alike. */
final class Values {

    /** Of InetAddressType. */
    static final int IPV4 = 1;

    /** Of InetAddressType. */
    static final int IPV6 = 2;

    private static final int IPV4_BYTES = 4;
    private static final int MAC_BYTES = 6;

    /** VrrpState of KEEPALIVED-MIB; what is told of a stop and of a removal too. */
    private static final Map<String, Integer> STATES =
            Map.of("INIT", 0, "BACKUP", 1, "MASTER", 2, "FAULT", 3, "STOP", 5, "DELETED", 6);

    /** InetScopeType of the kernel's scopes: global, site, link, host. */
    private static final Map<Integer, Integer> SCOPES = Map.of(0, 14, 200, 5, 253, 2, 254, 1);

    private Values() {}

    static Value scope(int scope) {
        return Value.number(SCOPES.getOrDefault(scope, 0));
    }

    static Value state(String state) {
        return Value.number(STATES.getOrDefault(state, 4));
    }

    /** The first of two numbers, as TruthValue and most enumerations have them. */
    static Value truth(boolean holds) {
        return Value.number(holds ? 1 : 2);
    }

    /** A text where there is one. */
    static Optional<Value> textOf(String text) {
        return Optional.ofNullable(text).filter(some -> !some.isEmpty()).map(Value::text);
    }

    /** The bytes of an address where there is one. */
    static Optional<Value> addressOf(String address) {
        return Optional.of(address)
                .filter(some -> !some.isEmpty())
                .map(some -> new Value.Text(octets(IpAddress.of(some))));
    }

    /** A number where 0 stands for none. */
    static Optional<Value> positive(long number) {
        return number > 0 ? Optional.of(Value.gauge(number)) : Optional.empty();
    }

    /** A number where -1 stands for none. */
    static Optional<Value> known(long number) {
        return number >= 0 ? Optional.of(Value.gauge(number)) : Optional.empty();
    }

    static int addressType(IpAddress address) {
        return address.family() == IpAddress.Family.IPV4 ? IPV4 : IPV6;
    }

    static Octets octets(IpAddress address) {
        return Octets.of(address.bytes());
    }

    /** Bytes of an address; of none those of 0.0.0.0 or ::. */
    static Octets octets(String address, int type) {
        if (address.isEmpty()) {
            return Octets.of(new byte[type == IPV4 ? IPV4_BYTES : 4 * IPV4_BYTES]);
        }
        return octets(IpAddress.of(address));
    }

    /** The bytes of a MAC address; zeros for none. */
    static Value mac(String mac) {
        return new Value.Text(
                Octets.of(
                        mac.isEmpty()
                                ? new byte[MAC_BYTES]
                                : HexFormat.ofDelimiter(":").parseHex(mac)));
    }

    /** The numbers of the bytes, as an index has them. */
    static int[] index(IpAddress address) {
        byte[] bytes = address.bytes();
        int[] numbers = new int[bytes.length];
        for (int place = 0; place < bytes.length; place++) {
            numbers[place] = Byte.toUnsignedInt(bytes[place]);
        }
        return numbers;
    }

    /** Which family an address is of, where there is one. */
    static Optional<Value> typeOf(String address) {
        return Optional.of(address)
                .filter(some -> !some.isEmpty())
                .map(some -> Value.number(addressType(IpAddress.of(some))));
    }

    /** The bytes of the address of a prefix. */
    static Value network(String prefix) {
        return new Value.Text(octets(prefix(prefix).address()));
    }

    static Value length(String prefix) {
        return Value.gauge(prefix(prefix).length());
    }

    static IpPrefix prefix(String text) {
        return IpPrefix.of(text);
    }
}
