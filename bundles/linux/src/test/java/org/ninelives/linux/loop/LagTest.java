package org.ninelives.linux.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.ninelives.api.management.LatenessCount;
import org.ninelives.api.management.LoopStatus;

class LagTest {

    private final Lag lag = new Lag();

    private void late(long micros) {
        lag.late(TimeUnit.MICROSECONDS.toNanos(micros));
    }

    private long upTo(long micros) {
        return lag.status("vrrp").lateness().stream()
                .filter(count -> count.upToMicros() == micros)
                .mapToLong(LatenessCount::deadlines)
                .sum();
    }

    @Test
    void eachDeadlineIsCountedOnceByHowLateItWas() {
        for (long micros : new long[] {0, 60, 100, 101, 1_000, 30_000, 3_000_000, 60_000_000}) {
            late(micros);
        }

        assertThat(upTo(100)).isEqualTo(3);
        assertThat(upTo(1_000)).isEqualTo(2);
        assertThat(upTo(50_000)).isEqualTo(1);
        assertThat(upTo(5_000_000)).isEqualTo(1);
        assertThat(upTo(LatenessCount.UNBOUNDED)).isEqualTo(1);
        assertThat(lag.status("vrrp").deadlines()).isEqualTo(8);
    }

    @Test
    void sumAndMaximumAreOfAll() {
        late(70);
        late(4_200_000);
        late(30);

        LoopStatus status = lag.status("vrrp");
        assertThat(status.lateMicrosMax()).isEqualTo(4_200_000);
        assertThat(status.lateMicrosSum()).isEqualTo(4_200_100);
    }

    @Test
    void turnsAndTheirTimeAreCounted() {
        lag.turnTook(2_000);
        lag.turnTook(3_000);

        LoopStatus status = lag.status("vrrp");
        assertThat(status.turns()).isEqualTo(2);
        assertThat(status.busyMicros()).isEqualTo(5);
        assertThat(status.name()).isEqualTo("vrrp");
    }

    @Test
    void boundsGrowAndTheLastIsNone() {
        List<Long> bounds =
                lag.status("vrrp").lateness().stream().map(LatenessCount::upToMicros).toList();

        assertThat(bounds.subList(0, bounds.size() - 1)).isSorted().doesNotHaveDuplicates();
        assertThat(bounds.getLast()).isEqualTo(LatenessCount.UNBOUNDED);
    }
}
