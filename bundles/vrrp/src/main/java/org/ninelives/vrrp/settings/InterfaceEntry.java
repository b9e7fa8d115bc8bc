package org.ninelives.vrrp.settings;

import org.ninelives.api.configuration.NetTypes;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.EntryType;
import org.ninelives.config.grammar.InvalidArgumentException;

/** One line with the name of an interface. */
final class InterfaceEntry implements EntryType<InterfaceName> {

    @Override
    public String allowed() {
        return "IFNAME";
    }

    @Override
    public BlockGrammar grammar() {
        return BlockGrammar.none();
    }

    @Override
    public InterfaceName parse(Arguments arguments) throws InvalidArgumentException {
        return NetTypes.interfaceName().parse(arguments);
    }
}
