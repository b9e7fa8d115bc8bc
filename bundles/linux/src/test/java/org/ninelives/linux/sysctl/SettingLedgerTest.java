package org.ninelives.linux.sysctl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.ninelives.api.system.KernelSetting;
import org.ninelives.linux.sysctl.SettingLedger.Restoration;

class SettingLedgerTest {

    private static final KernelSetting A = new KernelSetting("a");
    private static final KernelSetting B = new KernelSetting("b");

    private final SettingLedger ledger = new SettingLedger();

    @Test
    void theLastHolderLeavesTheValueFromBefore() {
        ledger.begin(A, 0, 1);
        ledger.join(A);
        assertThat(ledger.leave(A)).isEmpty();
        assertThat(ledger.isHeld(A)).isTrue();
        assertThat(ledger.leave(A)).contains(new Restoration(A, 1, 0));
        assertThat(ledger.isHeld(A)).isFalse();
    }

    @Test
    void theFirstHolderMustBeTheFirst() {
        ledger.begin(A, 0, 1);
        assertThatThrownBy(() -> ledger.begin(A, 1, 2)).hasMessage("a is held already");
    }

    @Test
    void nobodyCannotLeave() {
        assertThat(ledger.leave(A)).isEmpty();
        ledger.join(A);
        assertThat(ledger.isHeld(A)).isFalse();
    }

    @Test
    void allIsPutBackInReverse() {
        ledger.begin(A, 0, 1);
        ledger.begin(B, 2, 3);
        ledger.join(A);
        assertThat(ledger.clear())
                .containsExactly(new Restoration(B, 3, 2), new Restoration(A, 1, 0));
        assertThat(ledger.clear()).isEmpty();
    }
}
