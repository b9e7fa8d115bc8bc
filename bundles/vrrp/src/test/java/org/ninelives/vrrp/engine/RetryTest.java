package org.ninelives.vrrp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RetryTest {

    private final Agenda agenda = new Agenda();
    private final List<Long> attempts = new ArrayList<>();
    private long nowNanos;
    private boolean refused = true;
    private final Retry retry = new Retry(agenda, () -> nowNanos, this::attempt);

    private void attempt() {
        attempts.add(TimeUnit.NANOSECONDS.toSeconds(nowNanos));
        retry.needed(refused);
    }

    private void runUntil(long seconds) {
        while (agenda.deadlineNanos() <= TimeUnit.SECONDS.toNanos(seconds)) {
            nowNanos = agenda.deadlineNanos();
            agenda.runDue(nowNanos);
        }
        nowNanos = TimeUnit.SECONDS.toNanos(seconds);
    }

    @Test
    void itAsksLessAndLessOftenButOnceAMinute() {
        retry.needed(true);

        runUntil(250);

        assertThat(attempts).containsExactly(1L, 3L, 7L, 15L, 31L, 63L, 123L, 183L, 243L);
    }

    @Test
    void askingInBetweenChangesNothing() {
        retry.needed(true);
        nowNanos = TimeUnit.MILLISECONDS.toNanos(500);
        retry.needed(true);

        runUntil(4);

        assertThat(attempts).containsExactly(1L, 3L);
    }

    @Test
    void whatIsAcceptedEndsItAndTheNextRefusalBeginsAnew() {
        retry.needed(true);
        runUntil(10);
        refused = false;
        runUntil(100);
        assertThat(attempts).containsExactly(1L, 3L, 7L, 15L);
        assertThat(agenda.deadlineNanos()).isEqualTo(Agenda.NEVER);

        retry.needed(true);
        runUntil(101);

        assertThat(attempts).endsWith(101L);
    }
}
