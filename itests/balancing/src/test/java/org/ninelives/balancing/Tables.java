package org.ninelives.balancing;

import java.nio.file.Path;
import java.util.List;

/**
 * The kernel's table under Ninelives and under keepalived, with the same file and the same fate.
 */
final class Tables {
    static final Path FOLDER = Path.of("src/test/resources/scenarios");

    private static final String WANTED = System.getProperty("balancing.scenarios", ".*");

    private Tables() {}

    /** The scenarios of a folder whose name matches {@code balancing.scenarios}, or all. */
    static List<Scenario> scenarios(String folder) {
        return Scenario.readAll(FOLDER.resolve(folder)).stream()
                .filter(scenario -> scenario.name().matches(WANTED))
                .toList();
    }

    static void compare(Scenario scenario) {
        try (Contest contest = new Contest(scenario)) {
            scenario.steps().forEach(contest::play);
        }
    }
}
