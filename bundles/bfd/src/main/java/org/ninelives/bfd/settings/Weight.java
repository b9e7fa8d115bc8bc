package org.ninelives.bfd.settings;

import static org.ninelives.config.grammar.ArgumentTypes.choice;
import static org.ninelives.config.grammar.ArgumentTypes.integer;

import java.util.Map;
import org.ninelives.config.grammar.ArgumentType;

/**
 * What a session counts where it is tracked without a weight.
 *
 * @param weight -253..253
 * @param reverse whether it counts while the session is not up
 */
record Weight(int weight, boolean reverse) {

    static final Weight NONE = new Weight(0, false);

    private static final int MAX = 253;
    private static final ArgumentType<Integer> NUMBER = integer(-MAX, MAX);
    private static final ArgumentType<Boolean> REVERSE =
            choice(Map.entry("reverse", true), Map.entry("noreverse", false));

    /** {@code -20}, {@code 10 reverse}. */
    static final ArgumentType<Weight> TYPE =
            ArgumentType.of(
                    NUMBER.allowed() + " [" + REVERSE.allowed() + "]",
                    arguments -> {
                        int weight = NUMBER.parse(arguments);
                        return new Weight(weight, arguments.hasNext() && REVERSE.parse(arguments));
                    });
}
