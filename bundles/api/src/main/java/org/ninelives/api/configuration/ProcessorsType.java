package org.ninelives.api.configuration;

import java.util.Set;
import java.util.TreeSet;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.ArgumentTypes;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.InvalidArgumentException;

/** The numbers of processors, one or more. */
final class ProcessorsType implements ArgumentType<Set<Integer>> {

    /** CONFIG_NR_CPUS of the largest kernels less one. */
    private static final int NUMBER_MAX = 8191;

    @Override
    public Set<Integer> parse(Arguments arguments) throws InvalidArgumentException {
        Set<Integer> processors = new TreeSet<>();
        do {
            processors.add(ArgumentTypes.integer(0, NUMBER_MAX).parse(arguments));
        } while (arguments.hasNext());
        return Set.copyOf(processors);
    }

    @Override
    public String allowed() {
        return "0.." + NUMBER_MAX + " ...";
    }
}
