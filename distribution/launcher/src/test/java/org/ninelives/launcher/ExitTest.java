package org.ninelives.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ExitTest {

    @Test
    void whoAsksFirstDecidesTheStatusAndTheActionRunsOnce() throws InterruptedException {
        AtomicInteger actions = new AtomicInteger();
        Exit exit = new Exit(actions::incrementAndGet);

        exit.accept(2);
        exit.accept(0);

        assertThat(exit.await()).isEqualTo(2);
        assertThat(actions).hasValue(1);
    }

    @Test
    void theWaitingThreadIsReleasedByAnother() throws InterruptedException {
        Exit exit = new Exit(() -> {});
        Thread other = Thread.ofPlatform().start(() -> exit.accept(0));

        assertThat(exit.await()).isZero();
        other.join();
    }
}
