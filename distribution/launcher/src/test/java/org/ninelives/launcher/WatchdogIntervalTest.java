package org.ninelives.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchdogIntervalTest {

    private static final long PID = 4711;

    private static OptionalLong in(Map<String, String> environment) {
        return WatchdogInterval.micros(environment::get, PID);
    }

    @Test
    void whereNobodyWaitsThereIsNone() {
        assertThat(in(Map.of())).isEmpty();
        assertThat(in(Map.of("WATCHDOG_PID", "4711"))).isEmpty();
    }

    @Test
    void itIsForThisProcessOrForWhoeverInheritedIt() {
        assertThat(in(Map.of("WATCHDOG_USEC", "10000000"))).hasValue(10_000_000);
        assertThat(in(Map.of("WATCHDOG_USEC", "10000000", "WATCHDOG_PID", "4711")))
                .hasValue(10_000_000);
        assertThat(in(Map.of("WATCHDOG_USEC", "10000000", "WATCHDOG_PID", "1"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "10s", "99999999999999999999"})
    void whatIsNoTimeIsLeftAlone(String micros) {
        assertThat(in(Map.of("WATCHDOG_USEC", micros))).isEmpty();
    }
}
