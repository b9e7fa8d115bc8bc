package org.ninelives.balancing;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The kernel's table under Ninelives and under keepalived, with the same file and the same fate.
 */
@IpvsTest
class TablesTest {
    /** Those whose name matches the system property {@code balancing.scenarios}, or all. */
    static final List<Scenario> SCENARIOS =
            Scenario.readAll(Path.of("src/test/resources/scenarios")).stream()
                    .filter(x -> x.name().matches(System.getProperty("balancing.scenarios", ".*")))
                    .toList();

    @ParameterizedTest
    @FieldSource("SCENARIOS")
    void theTableIsThatOfKeepalived(Scenario scenario) {
        try (Contest contest = new Contest(scenario)) {
            scenario.steps().forEach(contest::play);
        }
    }
}
