package org.ninelives.lvs.settings;

import static org.ninelives.config.grammar.ArgumentTypes.integer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ninelives.api.configuration.NetTypes;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.InvalidArgumentException;

/** The words of {@code lvs_sync_daemon}. */
final class SyncDaemonType implements ArgumentType<SyncSettings> {

    private static final String ID = "id";

    private static final Map<String, ArgumentType<Integer>> NUMBERS =
            Map.of(
                    ID,
                    integer(0, 255),
                    "maxlen",
                    integer(1, 65507),
                    "port",
                    integer(1, 65535),
                    "ttl",
                    integer(1, 255));

    private static final Set<String> OTHERS = Set.of("inst", "group");

    @Override
    public SyncSettings parse(Arguments arguments) throws InvalidArgumentException {
        InterfaceName interfaceName = NetTypes.interfaceName().parse(arguments);
        Optional<String> instance = bareInstance(arguments);
        Optional<IpAddress> group = Optional.empty();
        Map<String, Integer> numbers = new HashMap<>();
        while (arguments.hasNext()) {
            if (arguments.peek().filter(word -> word.matches("[0-9]+")).isPresent()) {
                // So it was before there was the word id.
                int id = NUMBERS.get(ID).parse(arguments);
                arguments.remark("write id " + id + " instead of " + id);
                numbers.put(ID, id);
                continue;
            }
            String word = arguments.take("one of inst, id, maxlen, port, ttl, group");
            if (NUMBERS.containsKey(word)) {
                numbers.put(word, NUMBERS.get(word).parse(arguments));
            } else if (word.equals("inst")) {
                instance = Optional.of(arguments.take("the name of a vrrp_instance"));
            } else if (word.equals("group")) {
                group = Optional.of(NetTypes.multicastGroup().parse(arguments));
            } else {
                throw new InvalidArgumentException(
                        word + " is none of inst, id, maxlen, port, ttl, group");
            }
        }
        return new SyncSettings(
                interfaceName,
                instance,
                number(numbers, ID),
                number(numbers, "maxlen"),
                number(numbers, "port"),
                number(numbers, "ttl"),
                group);
    }

    /** The instance may follow the interface without a word before it. */
    private static Optional<String> bareInstance(Arguments arguments)
            throws InvalidArgumentException {
        boolean named =
                arguments
                        .peek()
                        .filter(word -> !NUMBERS.containsKey(word) && !OTHERS.contains(word))
                        .isPresent();
        return named ? Optional.of(arguments.take("a vrrp_instance")) : Optional.empty();
    }

    private static OptionalInt number(Map<String, Integer> numbers, String word) {
        return numbers.containsKey(word) ? OptionalInt.of(numbers.get(word)) : OptionalInt.empty();
    }

    @Override
    public String allowed() {
        return "IFNAME [[inst] VRRP_INSTANCE] [id 0-255] [maxlen 1-65507] [port 1-65535]"
                + " [ttl 1-255] [group MULTICAST]";
    }
}
