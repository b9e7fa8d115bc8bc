package org.ninelives.linux.nftables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RestorationsTest {

    private static final long START = -5;

    private final Restorations restorations = new Restorations();

    @Test
    void theFirstIsAtOnceAndTold() {
        assertThat(restorations.waitNanos(START)).isZero();
        assertThat(restorations.note(START)).hasValue(1);
    }

    @Test
    void theNextIsASecondLater() {
        restorations.note(START);
        assertThat(restorations.waitNanos(START + 1)).isEqualTo(TimeUnit.SECONDS.toNanos(1) - 1);
        assertThat(restorations.waitNanos(START + TimeUnit.SECONDS.toNanos(2))).isZero();
    }

    @Test
    void thoseWithinAMinuteAreToldTogether() {
        restorations.note(START);
        assertThat(restorations.note(START + TimeUnit.SECONDS.toNanos(1))).isEmpty();
        assertThat(restorations.note(START + TimeUnit.SECONDS.toNanos(59))).isEmpty();
        assertThat(restorations.note(START + TimeUnit.SECONDS.toNanos(60))).hasValue(3);
        assertThat(restorations.note(START + TimeUnit.SECONDS.toNanos(61))).isEmpty();
    }
}
