package org.ninelives.vrrp.settings;

import java.util.Map;
import org.ninelives.api.configuration.NetTypes;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.config.grammar.ArgumentTypes;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.EntryType;
import org.ninelives.config.grammar.InvalidArgumentException;

/** One line of {@code linkbeat_interfaces}, read to see that it is one. */
final class LinkbeatEntry implements EntryType<InterfaceName> {

    @Override
    public String allowed() {
        return "IFNAME [MII|ETHTOOL|IOCTL]";
    }

    @Override
    public BlockGrammar grammar() {
        return BlockGrammar.none();
    }

    @Override
    public InterfaceName parse(Arguments arguments) throws InvalidArgumentException {
        InterfaceName name = NetTypes.interfaceName().parse(arguments);
        if (arguments.hasNext()) {
            ArgumentTypes.choice(
                            Map.entry("MII", true),
                            Map.entry("ETHTOOL", true),
                            Map.entry("IOCTL", true))
                    .parse(arguments);
        }
        return name;
    }
}
