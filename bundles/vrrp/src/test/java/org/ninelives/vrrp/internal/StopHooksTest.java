package org.ninelives.vrrp.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.ninelives.api.notify.Audience;
import org.ninelives.api.notify.StopHook;
import org.ninelives.api.notify.VrrpSubject;

class StopHooksTest {

    private static final VrrpSubject MASTER =
            new VrrpSubject(
                    VrrpSubject.Kind.INSTANCE,
                    "VI_1",
                    OptionalInt.of(1),
                    "eth0",
                    List.of(),
                    Audience.NONE);

    private final Queue<String> calls = new ConcurrentLinkedQueue<>();

    @Test
    void allAreCalledWithTheMastersAndWaitedFor() {
        StopHooks hooks = new StopHooks(Duration.ofMinutes(1));
        CountDownLatch second = new CountDownLatch(1);
        hooks.add(
                masters -> {
                    await(second);
                    calls.add("first " + masters.getFirst().name());
                });
        hooks.add(masters -> second.countDown());

        hooks.call(List.of(MASTER));

        assertThat(calls).containsExactly("first VI_1");
    }

    @Test
    void oneThatFailsOrNeverEndsDoesNotKeepTheRestFromTheStop() {
        StopHooks hooks = new StopHooks(Duration.ofMillis(20));
        CountDownLatch never = new CountDownLatch(1);
        hooks.add(
                masters -> {
                    throw new IllegalStateException("out of order");
                });
        hooks.add(masters -> await(never));
        hooks.add(masters -> calls.add("last"));

        hooks.call(List.of());
        never.countDown();

        assertThat(calls.size()).isLessThanOrEqualTo(1);
    }

    @Test
    void oneThatIsGoneIsNotCalled() {
        StopHooks hooks = new StopHooks(Duration.ofMinutes(1));
        StopHook hook = masters -> calls.add("called");
        hooks.add(hook);
        hooks.remove(hook);

        hooks.call(List.of());

        assertThat(calls).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
