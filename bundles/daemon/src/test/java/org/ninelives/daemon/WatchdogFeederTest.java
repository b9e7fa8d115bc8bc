package org.ninelives.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ninelives.api.system.Pulse;

/** The threads around the feed; its times are those of {@code WatchdogFeedTest}. */
class WatchdogFeederTest {

    private static final long PATIENCE_SECONDS = 60;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final WatchdogFeeder feeder = new WatchdogFeeder(heard::add, Duration.ofMillis(200));

    @AfterEach
    void close() {
        feeder.close();
    }

    private String next() throws InterruptedException {
        return heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void aJvmWithoutALoopIsFedByItself() throws InterruptedException {
        feeder.start();
        assertThat(List.of(next(), next(), next())).containsOnly("WATCHDOG=1");
    }

    @Test
    void aLoopIsAskedOnceUntilItAnswers() throws InterruptedException {
        BlockingQueue<Runnable> questions = new LinkedBlockingQueue<>();
        Pulse hung = questions::add;
        feeder.ask(hung);
        feeder.start();

        assertThat(questions.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
        assertThat(questions.poll(1, TimeUnit.SECONDS)).as("a second question").isNull();
        assertThat(heard).isEmpty();

        feeder.forget(hung);
        assertThat(next()).isEqualTo("WATCHDOG=1");
    }

    @Test
    void anotherLoopIsNotForgottenWithTheOneBefore() throws InterruptedException {
        Pulse former = answer -> {};
        feeder.ask(former);
        feeder.ask(Runnable::run);
        feeder.forget(former);
        feeder.start();
        assertThat(next()).isEqualTo("WATCHDOG=1");
    }

    @Test
    void aLoopThatCannotBeAskedStopsNothing() throws InterruptedException {
        feeder.ask(
                answer -> {
                    throw new IllegalStateException("closed");
                });
        feeder.start();
        assertThat(heard.poll(1, TimeUnit.SECONDS)).isNull();
        feeder.ask(Runnable::run);
        assertThat(next()).isEqualTo("WATCHDOG=1");
    }
}
