package org.ninelives.config.language;

import org.ninelives.config.Position;
import org.ninelives.config.Problems;

/** {@code @ID} and {@code @^ID}: lines that only some nodes use. */
final class Conditions {

    private final String configId;
    private final Problems problems;

    Conditions(String configId, Problems problems) {
        this.configId = configId;
        this.problems = problems;
    }

    /**
     * What this node sees of a line, which has no blanks at its ends; empty if it is not for it.
     */
    String apply(String line, Position position) {
        String rest = line;
        while (rest.startsWith("@")) {
            boolean negated = rest.startsWith("@^");
            int start = negated ? 2 : 1;
            int end = Text.endOfWord(rest, start);
            if (end == start) {
                problems.error(
                        position,
                        rest.substring(0, start),
                        "the configuration id is missing; the line is ignored");
                return "";
            }
            if (rest.substring(start, end).equals(configId) == negated) {
                return "";
            }
            rest = Text.trim(rest, end, rest.length());
        }
        return rest;
    }
}
