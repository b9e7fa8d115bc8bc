package org.ninelives.snmp.mib;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How long counts are held. */
class StatisticsTest {

    private final Statistics<Integer> statistics = new Statistics<>(5000);
    private int asked;

    private int at(long millis) {
        statistics.renew(millis);
        return statistics.of("server", () -> ++asked);
    }

    @Test
    void theyAreReadAnewWhenTheyAreTooOld() {
        assertThat(at(10_000)).isEqualTo(1);
        assertThat(at(14_999)).isEqualTo(1);
        assertThat(at(15_000)).isEqualTo(2);
    }

    @Test
    void aClockThatIsSetBackKeepsNothing() {
        assertThat(at(10_000)).isEqualTo(1);
        assertThat(at(1_000)).isEqualTo(2);
    }
}
