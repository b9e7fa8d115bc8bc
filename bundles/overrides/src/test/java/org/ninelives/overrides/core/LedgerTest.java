package org.ninelives.overrides.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.overrides.core.Samples.priority;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninelives.api.override.Lasting;
import org.ninelives.api.override.LiveOverride;

class LedgerTest {

    private static final long MILLI = 1_000_000;
    private static final long NOW = 5_000;

    private final Ledger ledger = new Ledger();

    @Test
    void anOverrideHoldsUntilItsTimeIsUp() {
        LiveOverride ten = priority("VI_1", 150, NOW, NOW + 10, Lasting.UNTIL_RESTART);
        ledger.set(100 * MILLI, ten);

        assertThat(ledger.deadlineNanos()).isEqualTo(110 * MILLI);
        assertThat(ledger.expire(110 * MILLI - 1)).isEmpty();
        assertThat(ledger.expire(110 * MILLI)).containsExactly(ten);
        assertThat(ledger.all()).isEmpty();
        assertThat(ledger.deadlineNanos()).isEqualTo(Ledger.NEVER);
    }

    @Test
    void aSecondOneOfTheSameKeyTakesThePlaceOfTheFirst() {
        LiveOverride first = priority("VI_1", 150, NOW, NOW + 10, Lasting.UNTIL_RESTART);
        LiveOverride second = priority("VI_1", 90, NOW, 0, Lasting.UNTIL_RELOAD);
        ledger.set(0, first);

        assertThat(ledger.set(0, second)).contains(first);

        assertThat(ledger.all()).containsExactly(second);
        assertThat(ledger.deadlineNanos()).isEqualTo(Ledger.NEVER);
    }

    @Test
    void aReloadEndsOnlyWhatLastsUntilThen() {
        LiveOverride reload = priority("VI_1", 1, NOW, 0, Lasting.UNTIL_RELOAD);
        LiveOverride restart = priority("VI_2", 1, NOW, 0, Lasting.UNTIL_RESTART);
        LiveOverride revert = priority("VI_3", 1, NOW, 0, Lasting.UNTIL_REVERTED);
        List.of(reload, restart, revert).forEach(each -> ledger.set(0, each));

        assertThat(ledger.reload()).containsExactly(reload);
        assertThat(ledger.all()).containsExactly(restart, revert);
    }

    @Test
    void afterARestartOnlyTheRestOfTheTimeIsLeft() {
        LiveOverride hour = priority("VI_1", 1, NOW, NOW + 1000, Lasting.UNTIL_REVERTED);
        LiveOverride passed = priority("VI_2", 1, NOW, NOW + 300, Lasting.UNTIL_REVERTED);
        LiveOverride restart = priority("VI_3", 1, NOW, 0, Lasting.UNTIL_RESTART);

        Ledger.Restored restored =
                ledger.restore(0, NOW + 300, List.of(hour, passed, restart), false);

        assertThat(restored.holding()).containsExactly(hour);
        assertThat(restored.passed()).containsExactly(passed);
        assertThat(restored.ended()).containsExactly(restart);
        assertThat(ledger.deadlineNanos()).isEqualTo(700 * MILLI);
    }

    @Test
    void aWallClockThatWasSetBackLengthensNothing() {
        LiveOverride second = priority("VI_1", 1, NOW, NOW + 1000, Lasting.UNTIL_REVERTED);

        ledger.restore(0, NOW - 4000, List.of(second), false);

        assertThat(ledger.deadlineNanos()).isEqualTo(1000 * MILLI);
    }

    @Test
    void inTheSameRunEverythingHoldsOn() {
        LiveOverride reload = priority("VI_1", 1, NOW, 0, Lasting.UNTIL_RELOAD);

        assertThat(ledger.restore(0, NOW, List.of(reload), true).holding()).containsExactly(reload);
        assertThat(ledger.find(reload.key())).contains(reload);
    }
}
