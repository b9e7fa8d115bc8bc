package org.ninelives.linux.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both ways to wait: that of kernels since 5.11, and that of older ones. */
class PollerTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSignalEndsTheWait(boolean waitsInNanos) throws Exception {
        try (Poller poller = new Poller(waitsInNanos);
                Wakeup wakeup = new Wakeup()) {
            poller.add(wakeup);
            wakeup.signal();
            wakeup.signal();
            assertThat(poller.await(Poller.FOREVER)).isEqualTo(1);
            assertThat(poller.target(0)).isSameAs(wakeup);
            poller.target(0).readable(0, poller.share());
            assertThat(poller.await(0)).as("read, so no longer readable").isZero();
            wakeup.signal();
            assertThat(poller.await(Poller.FOREVER)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWaitEndsByItselfAndNotEarly(boolean waitsInNanos) throws Exception {
        try (Poller poller = new Poller(waitsInNanos)) {
            long nanos = TimeUnit.MICROSECONDS.toNanos(300);
            long start = System.nanoTime();
            assertThat(poller.await(nanos)).isZero();
            assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(nanos);
            assertThat(poller.await(-1)).as("a time that is past").isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRemovedTargetIsNotHeard(boolean waitsInNanos) throws Exception {
        try (Poller poller = new Poller(waitsInNanos);
                Wakeup wakeup = new Wakeup()) {
            poller.add(wakeup);
            wakeup.signal();
            poller.remove(wakeup);
            assertThat(poller.await(0)).isZero();
            assertThat(poller.share()).isEqualTo(256);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 64})
    void readyTargetsShareATurn(int count) throws Exception {
        Wakeup[] wakeups = new Wakeup[count];
        try (Poller poller = new Poller()) {
            for (int i = 0; i < count; i++) {
                wakeups[i] = new Wakeup();
                poller.add(wakeups[i]);
                wakeups[i].signal();
            }
            assertThat(poller.await(0)).isEqualTo(count);
            assertThat(poller.share() * count).isBetween(1, 256);
        } finally {
            for (Wakeup wakeup : wakeups) {
                wakeup.close();
            }
        }
    }
}
