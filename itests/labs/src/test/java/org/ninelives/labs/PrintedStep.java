package org.ninelives.labs;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A step of the change-over as {@code --migrate-check --json} tells it.
 *
 * @param node {@code backup} or {@code master}
 * @param back what undoes it, or empty
 */
record PrintedStep(String node, String command, String back) {

    private static final Pattern STEP =
            Pattern.compile(
                    "\\{\"node\":\"([a-z]+)\",\"command\":\"((?:[^\"\\\\]|\\\\.)*)\",\"says\":\""
                            + "(?:[^\"\\\\]|\\\\.)*\",\"back\":\"((?:[^\"\\\\]|\\\\.)*)\"\\}");

    /** Asks for those of a configuration on this machine. */
    static List<PrintedStep> of(Path configuration) {
        Finished check = Answer.of("--migrate-check", "--json", configuration.toString());
        return STEP.matcher(check.output())
                .results()
                .map(step -> new PrintedStep(step.group(1), step.group(2), step.group(3)))
                .toList();
    }
}
