package org.ninelives.vrrp.settings;

import static org.ninelives.config.grammar.ArgumentTypes.integer;
import static org.ninelives.config.grammar.ArgumentTypes.nothing;
import static org.ninelives.config.grammar.ArgumentTypes.seconds;

import java.util.function.Function;
import org.ninelives.api.configuration.NetTypes;
import org.ninelives.api.net.IpAddress;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.InvalidArgumentException;
import org.ninelives.config.grammar.Keyword;

/** The argument types that many keywords of VRRP share. */
final class CommonTypes {

    /** Longest delay in seconds that still fits the nanosecond clock many times over. */
    private static final String DELAY_SECONDS_MAX = "86400";

    private CommonTypes() {}

    static Keyword<Boolean> flag(String name, String help) {
        return Keyword.value(name, nothing(), false, help);
    }

    static ArgumentType<IpAddress> multicastGroup(IpAddress.Family family) {
        return NetTypes.multicastGroup()
                .map(
                        address -> {
                            if (address.family() != family) {
                                throw new IllegalArgumentException(
                                        address + " is not an " + Families.name(family) + " group");
                            }
                            return address;
                        });
    }

    static ArgumentType<Long> delay() {
        return seconds("0", DELAY_SECONDS_MAX);
    }

    static ArgumentType<Integer> count() {
        return integer(0, Integer.MAX_VALUE);
    }

    /** A word as a value; what the value's type complains about is the operator's fault. */
    static <T> T checked(String word, Function<String, T> type) throws InvalidArgumentException {
        try {
            return type.apply(word);
        } catch (IllegalArgumentException e) {
            throw new InvalidArgumentException(e.getMessage());
        }
    }

    /** A number of bytes. */
    static ArgumentType<Integer> bytes() {
        return integer(1, Integer.MAX_VALUE);
    }

    /** A number of which 0 has always meant 1. */
    static ArgumentType<Integer> atLeastOne() {
        return count().map(n -> Math.max(1, n));
    }
}
