package org.ninelives.vrrp.settings;

import java.util.List;
import org.ninelives.api.configuration.NetTypes;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.ArgumentTypes;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.EntryType;
import org.ninelives.config.grammar.InvalidArgumentException;
import org.ninelives.config.grammar.Keyword;

/** One line of {@code interface_up_down_delays}: {@code eth0 0.5 2}. */
final class DebounceEntry implements EntryType<DebounceEntry.Line> {

    private static final ArgumentType<Long> DELAY = ArgumentTypes.seconds("0", "255");

    /** What one line says. */
    record Line(InterfaceName interfaceName, Debounce debounce) {}

    @Override
    public String allowed() {
        return "IFNAME DOWN [UP] in 0..255 seconds";
    }

    @Override
    public BlockGrammar grammar() {
        return BlockGrammar.of(
                List.of(
                        Keyword.value(
                                "(entry)",
                                ArgumentTypes.word(allowed()),
                                "",
                                "an interface and its delays")));
    }

    @Override
    public Line parse(Arguments arguments) throws InvalidArgumentException {
        InterfaceName name = NetTypes.interfaceName().parse(arguments);
        long down = DELAY.parse(arguments);
        if (!arguments.hasNext()) {
            arguments.remark(
                    "without a delay for up it is 0, although keepalived's manual says otherwise");
            return new Line(name, new Debounce(down, 0));
        }
        return new Line(name, new Debounce(down, DELAY.parse(arguments)));
    }
}
