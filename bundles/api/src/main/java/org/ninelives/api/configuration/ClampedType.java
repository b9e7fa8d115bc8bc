package org.ninelives.api.configuration;

import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.ArgumentTypes;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.InvalidArgumentException;

/**
 * A whole number that is brought into its range with a remark, rather than refused.
 *
 * @param min the least
 * @param max the most
 */
record ClampedType(int min, int max) implements ArgumentType<Integer> {

    @Override
    public Integer parse(Arguments arguments) throws InvalidArgumentException {
        int written = ArgumentTypes.integer(Integer.MIN_VALUE, Integer.MAX_VALUE).parse(arguments);
        int possible = Math.clamp(written, min, max);
        if (possible != written) {
            arguments.remark(written + " is not in " + allowed() + " and becomes " + possible);
        }
        return possible;
    }

    @Override
    public String allowed() {
        return min + ".." + max;
    }
}
