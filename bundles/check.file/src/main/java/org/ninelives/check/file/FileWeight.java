package org.ninelives.check.file;

import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.ArgumentTypes;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.InvalidArgumentException;

/**
 * What the number in a file does to the weight of a server: {@code -10 reverse}.
 *
 * @param factor the number is multiplied by it; with 0 any number but 0 is a failure
 * @param reverse the product changes its sign; with 0 the number 0 is the failure
 */
record FileWeight(int factor, boolean reverse) {

    private static final ArgumentType<Integer> FACTOR =
            ArgumentTypes.integer(-Integer.MAX_VALUE, Integer.MAX_VALUE);

    /** The words behind {@code weight}. */
    static final ArgumentType<FileWeight> TYPE =
            ArgumentType.of(
                    FACTOR.allowed() + " [reverse|noreverse]",
                    arguments -> {
                        int factor = FACTOR.parse(arguments);
                        return new FileWeight(factor, arguments.hasNext() && reverse(arguments));
                    });

    private static boolean reverse(Arguments arguments) throws InvalidArgumentException {
        String word = arguments.take("reverse or noreverse");
        return switch (word) {
            case "reverse" -> true;
            case "noreverse" -> false;
            default -> throw new InvalidArgumentException(word + " is none of reverse, noreverse");
        };
    }
}
