package org.ninelives.vrrp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandstillsTest {

    private static final long SECOND = 1_000_000_000L;

    private final TurnLog log = TurnLog.writing();
    private final Standstills standstills = new Standstills(log);
    private final List<String> written = new ArrayList<>();

    private void add(long nowNanos, String line) {
        standstills.add(nowNanos, () -> written.add(line));
    }

    @Test
    void ofManyVirtualRoutersThatStoodStillTogetherOneSaysSo() {
        for (int i = 1; i <= 1000; i++) {
            add(SECOND, "VI_" + i);
        }
        log.write();

        assertThat(written).containsExactly("VI_1");
    }

    @Test
    void aSecondLaterTheNextOneMaySaySo() {
        add(SECOND, "VI_1");
        add(2 * SECOND - 1, "VI_2");
        add(2 * SECOND, "VI_3");
        log.write();

        assertThat(written).containsExactly("VI_1", "VI_3");
    }
}
