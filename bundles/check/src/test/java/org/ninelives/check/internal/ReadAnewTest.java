package org.ninelives.check.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** How long the configuration is asked to be read anew. */
class ReadAnewTest {

    private static final List<Duration> THRICE =
            List.of(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    private final FakeRegistry registry = new FakeRegistry();
    private int requests;

    ReadAnewTest() {
        registry.offer(() -> requests++);
    }

    private ReadAnew asking(BooleanSupplier isNeeded) {
        return new ReadAnew(registry.context(), isNeeded, THRICE);
    }

    @Test
    void whatNobodyNeedsIsNotAskedFor() {
        asking(() -> false).run();
        assertThat(requests).isZero();
    }

    @Test
    void itIsAskedForUntilItHasHelped() {
        asking(() -> requests < 2).run();
        assertThat(requests).isEqualTo(2);
    }

    @Test
    void whatDoesNotHelpIsGivenUp() {
        asking(() -> true).run();
        assertThat(requests).isEqualTo(THRICE.size());
        assertThat(registry.held()).isZero();
    }

    @Test
    void theEndOfTheRegistryEndsIt() {
        registry.offer(
                () -> {
                    throw new IllegalStateException("the bundle is gone");
                });
        assertThatCode(asking(() -> true)::run).doesNotThrowAnyException();
        assertThat(requests).isEqualTo(1);
    }

    @Test
    void whoStartsItNeedNotWait() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        registry.offer(asked::countDown);
        asking(() -> requests == 0).start();
        assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
    }
}
