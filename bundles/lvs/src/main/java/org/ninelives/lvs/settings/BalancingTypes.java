package org.ninelives.lvs.settings;

import static org.ninelives.config.grammar.ArgumentTypes.choice;
import static org.ninelives.config.grammar.ArgumentTypes.integer;
import static org.ninelives.config.grammar.ArgumentTypes.word;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.ninelives.api.configuration.NetTypes;
import org.ninelives.api.ipvs.TransportProtocol;
import org.ninelives.api.net.IpAddress;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.InvalidArgumentException;

/** The words that many keywords of load balancing take. */
final class BalancingTypes {

    /** IP_VS_MAX_PERSIST_TIMEOUT, a month: what keepalived and ipvsadm(8) take at most, seconds. */
    static final int SECONDS_MAX = 31 * 24 * 60 * 60;

    /** All that Linux has, in the order of its documentation. */
    private static final List<String> SCHEDULERS =
            List.of(
                    "rr", "wrr", "lc", "wlc", "lblc", "lblcr", "sh", "mh", "dh", "fo", "ovf", "sed",
                    "nq", "twos");

    private BalancingTypes() {}

    static ArgumentType<String> scheduler() {
        String allowed = String.join("|", SCHEDULERS);
        return word(allowed)
                .map(
                        name -> {
                            if (!SCHEDULERS.contains(name)) {
                                throw new IllegalArgumentException(name + " is none of " + allowed);
                            }
                            return name;
                        });
    }

    static ArgumentType<IpAddress.Family> family() {
        return choice(
                Map.entry("inet", IpAddress.Family.IPV4),
                Map.entry("inet6", IpAddress.Family.IPV6));
    }

    /** Any case, as keepalived reads it. */
    static ArgumentType<TransportProtocol> protocol() {
        return word("TCP|UDP|SCTP")
                .map(
                        text ->
                                Arrays.stream(TransportProtocol.values())
                                        .filter(each -> each.name().equals(upperCase(text)))
                                        .findFirst()
                                        .orElseThrow(
                                                () ->
                                                        new IllegalArgumentException(
                                                                text
                                                                        + " is none of"
                                                                        + " TCP|UDP|SCTP")));
    }

    private static String upperCase(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    static IpAddress address(String text) throws InvalidArgumentException {
        return IpAddress.parse(text)
                .orElseThrow(() -> new InvalidArgumentException(text + " is not an IP address"));
    }

    /** The port that may follow, 0..65535. */
    static OptionalInt port(Arguments arguments) throws InvalidArgumentException {
        return arguments.hasNext()
                ? OptionalInt.of(integer(0, 65535).parse(arguments))
                : OptionalInt.empty();
    }

    /** A mark of the firewall. */
    static long mark(Arguments arguments) throws InvalidArgumentException {
        return NetTypes.unsigned(1).parse(arguments);
    }
}
