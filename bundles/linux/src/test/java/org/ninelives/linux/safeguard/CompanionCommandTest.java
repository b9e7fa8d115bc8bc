package org.ninelives.linux.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompanionCommandTest {

    private final Map<String, String> properties =
            new HashMap<>(Map.of("ninelives.home", "/opt/ninelives"));

    @Test
    void theProductsScriptIsToldTheDaemonAndItsFacility() {
        properties.put("ninelives.log.facility", "18");

        assertThat(command().words())
                .containsExactly(
                        "/opt/ninelives/bin/ninelived-companion",
                        Long.toString(ProcessHandle.current().pid()),
                        "18");
        assertThat(command().environment())
                .containsEntry("JAVA_HOME", System.getProperty("java.home"))
                .containsKeys("NINELIVES_JAVA_VERSION", "NINELIVES_NATIVE");
    }

    @Test
    void theFacilityIsTheDaemonsWhereNobodySaysAnother() {
        assertThat(command().words()).endsWith("3");
    }

    @Test
    void itIsStartedAgainUnlessTheOperatorForbidsIt() {
        assertThat(command().respawn()).isTrue();
        properties.put("ninelives.respawn", "false");
        assertThat(command().respawn()).isFalse();
    }

    @Test
    void thereIsNoneWhereEverythingShallStay() {
        properties.put("ninelives.release.vrrp", "false");

        assertThat(CompanionCommand.of(properties::get)).isEmpty();
    }

    @Test
    void thereIsNoneWithoutAProduct() {
        properties.clear();

        assertThat(CompanionCommand.of(properties::get)).isEmpty();
    }

    private CompanionCommand command() {
        return CompanionCommand.of(properties::get).orElseThrow();
    }
}
