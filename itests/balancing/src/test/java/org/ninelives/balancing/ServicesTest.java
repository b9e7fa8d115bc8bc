package org.ninelives.balancing;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * How a service is entered in the kernel: schedulers, forwarding, persistence, groups, all globals.
 */
@IpvsTest
class ServicesTest {
    static final List<Scenario> SCENARIOS = Tables.scenarios("services");

    @ParameterizedTest(allowZeroInvocations = true)
    @FieldSource("SCENARIOS")
    void theTableIsThatOfKeepalived(Scenario scenario) {
        Tables.compare(scenario);
    }
}
