package org.ninelives.vrrp.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.VirtualLinkKind.IpvlanFlag;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.InvalidArgumentException;

/**
 * What stands after {@code use_ipvlan}.
 *
 * @param interfaces its name, or its name and that of the interface below, or neither
 * @param address the address it gets besides the virtual ones
 * @param flag who hears whom on the interface below
 * @param group the number of its interface group
 */
record IpvlanWords(
        List<InterfaceName> interfaces,
        Optional<IpPrefix> address,
        IpvlanFlag flag,
        OptionalInt group) {

    private static final Map<String, IpvlanFlag> FLAGS =
            Map.of(
                    "bridge", IpvlanFlag.BRIDGE,
                    "private", IpvlanFlag.PRIVATE,
                    "vepa", IpvlanFlag.VEPA);
    private static final int INTERFACES_MAX = 2;

    IpvlanWords {
        interfaces = List.copyOf(interfaces);
    }

    /** Words in any order, as keepalived takes them. */
    static final class Type implements ArgumentType<IpvlanWords> {

        @Override
        public IpvlanWords parse(Arguments arguments) throws InvalidArgumentException {
            List<InterfaceName> interfaces = new ArrayList<>();
            Optional<IpPrefix> address = Optional.empty();
            IpvlanFlag flag = IpvlanFlag.BRIDGE;
            OptionalInt group = OptionalInt.empty();
            while (arguments.hasNext()) {
                String word = arguments.take("a word");
                if (word.equals(VmacWords.GROUP)) {
                    group = OptionalInt.of(CommonTypes.count().parse(arguments));
                } else if (FLAGS.containsKey(word)) {
                    flag = FLAGS.get(word);
                } else if (word.contains("/") || IpAddress.parse(word).isPresent()) {
                    address = Optional.of(CommonTypes.checked(word, IpPrefix::of));
                } else if (interfaces.size() < INTERFACES_MAX) {
                    interfaces.add(CommonTypes.checked(word, InterfaceName::new));
                } else {
                    throw new InvalidArgumentException(
                            word + " is too much; allowed: " + allowed());
                }
            }
            return new IpvlanWords(interfaces, address, flag, group);
        }

        @Override
        public String allowed() {
            return "[[NAME] [BASE_IF]] [ADDR[/LEN]] ["
                    + String.join("|", FLAGS.keySet().stream().sorted().toList())
                    + "] [group 0..2147483647]";
        }
    }
}
