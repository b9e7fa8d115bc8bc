package org.ninelives.api.track;

import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.ArgumentTypes;

/**
 * What a tracked thing does to the priority where nothing else is said: {@code weight W [reverse]}.
 *
 * @param weight as {@link TrackerDefinition#weight}
 * @param reverse good counts as bad, and bad as good
 */
public record TrackerWeight(int weight, boolean reverse) {

    /**
     * The words behind {@code weight}.
     *
     * @param takenMax what may be written at most, with either sign
     * @param max what counts at most; more becomes this, with a remark
     */
    public static ArgumentType<TrackerWeight> type(int takenMax, int max) {
        ArgumentType<Integer> number = ArgumentTypes.integer(-takenMax, takenMax);
        return ArgumentType.of(
                number.allowed() + " [reverse]",
                arguments -> {
                    int written = number.parse(arguments);
                    int weight = Math.clamp(written, -max, max);
                    if (weight != written) {
                        arguments.remark("weight " + written + " becomes " + weight);
                    }
                    boolean reverse = arguments.peek().filter("reverse"::equals).isPresent();
                    if (reverse) {
                        arguments.take("reverse");
                    }
                    return new TrackerWeight(weight, reverse);
                });
    }
}
