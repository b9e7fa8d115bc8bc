package org.ninelives.labs;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A step of the change-over as {@code --migrate-check --json} tells it.
 *
 * @param node {@code backup} or {@code master}
 * @param back what undoes it, or empty
 */
public record PrintedStep(String node, String command, String back) {

    private static final Pattern STEP =
            Pattern.compile(
                    "\\{\"node\":\"([a-z]+)\",\"command\":\"((?:[^\"\\\\]|\\\\.)*)\",\"says\":\""
                            + "(?:[^\"\\\\]|\\\\.)*\",\"back\":\"((?:[^\"\\\\]|\\\\.)*)\"\\}");

    /** Those of what it printed. */
    public static List<PrintedStep> parse(String json) {
        return STEP.matcher(json)
                .results()
                .map(step -> new PrintedStep(step.group(1), step.group(2), step.group(3)))
                .toList();
    }
}
