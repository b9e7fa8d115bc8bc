package org.ninelives.balancing;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** When a server is in the table, and with which weight: checks, quorum, sorry servers, reloads. */
@IpvsTest
class ServersTest {
    static final List<Scenario> SCENARIOS = Tables.scenarios("servers");

    @ParameterizedTest(allowZeroInvocations = true)
    @FieldSource("SCENARIOS")
    void theTableIsThatOfKeepalived(Scenario scenario) {
        Tables.compare(scenario);
    }
}
