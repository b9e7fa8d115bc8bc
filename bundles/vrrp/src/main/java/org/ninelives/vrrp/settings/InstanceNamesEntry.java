package org.ninelives.vrrp.settings;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.EntryType;
import org.ninelives.config.grammar.InvalidArgumentException;

/** One line of names of instances. */
final class InstanceNamesEntry implements EntryType<List<String>> {

    @Override
    public String allowed() {
        return "INSTANCE ...";
    }

    @Override
    public BlockGrammar grammar() {
        return BlockGrammar.none();
    }

    @Override
    public List<String> parse(Arguments arguments) throws InvalidArgumentException {
        List<String> names = new ArrayList<>();
        while (arguments.hasNext()) {
            names.add(arguments.take("the name of an instance"));
        }
        return List.copyOf(names);
    }
}
