package org.ninelives.vrrp.settings;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.InvalidArgumentException;

/**
 * Any names, up to a number of them.
 *
 * @param allowed how they are listed to the operator
 * @param max how many there may be
 */
record NamesType(String allowed, int max) implements ArgumentType<List<String>> {

    @Override
    public List<String> parse(Arguments arguments) throws InvalidArgumentException {
        List<String> names = new ArrayList<>();
        while (arguments.hasNext() && names.size() < max) {
            names.add(arguments.take("a name"));
        }
        return List.copyOf(names);
    }
}
