package org.ninelives.management.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Everything a client could use up has an end. */
class LimitsTest {

    @Test
    void oneOriginHasItsShareAndGetsItBack() throws Exception {
        ConnectionLimits limits = new ConnectionLimits();
        Origin one = origin("192.0.2.1");
        for (int i = 0; i < ConnectionLimits.EACH; i++) {
            assertThat(limits.enter(one)).isTrue();
        }

        assertThat(limits.enter(one)).isFalse();
        assertThat(limits.enter(origin("192.0.2.2"))).isTrue();

        limits.leave(one);
        assertThat(limits.enter(one)).isTrue();
    }

    @Test
    void allOthersTogetherNeverLockOutTheLoopback() throws Exception {
        ConnectionLimits limits = new ConnectionLimits();
        for (int i = 0; i < ConnectionLimits.REMOTE; i++) {
            assertThat(limits.enter(origin("192.0.2." + i))).isTrue();
        }

        assertThat(limits.enter(origin("198.51.100.1"))).isFalse();
        assertThat(limits.enter(origin("127.0.0.1"))).isTrue();

        limits.leave(origin("192.0.2.1"));
        assertThat(limits.enter(origin("198.51.100.1"))).isTrue();
    }

    @Test
    void anIpv6NetworkIsOneOrigin() throws Exception {
        assertThat(origin("2001:db8::1")).isEqualTo(origin("2001:db8::ffff:1"));
        assertThat(origin("2001:db8::1")).isNotEqualTo(origin("2001:db8:0:1::1"));
        assertThat(origin("2001:db8::1").text()).isEqualTo("2001:db8:0:0:0:0:0:0/64");
        assertThat(origin("::1").isLocal()).isTrue();
        assertThat(origin("192.0.2.1").isLocal()).isFalse();
    }

    @Test
    void aRequestHasAnEndAndTheNextBeginsAnew() {
        RequestBudget.Request request = new RequestBudget().request();

        assertThat(request.take((int) RequestBudget.REQUEST_BYTES_MAX)).isTrue();
        assertThat(request.take(1)).isFalse();
        request.answered();
        assertThat(request.take(1)).isTrue();
    }

    @Test
    void largeRequestsShareWhatThereIsAndSmallOnesAlwaysFit() {
        RequestBudget budget = new RequestBudget();
        RequestBudget.Request first = budget.request();
        RequestBudget.Request second = budget.request();
        assertThat(first.take((int) RequestBudget.REQUEST_BYTES_MAX)).isTrue();
        assertThat(second.take((int) RequestBudget.REQUEST_BYTES_MAX)).isTrue();
        RequestBudget.Request third = budget.request();

        assertThat(third.take((int) RequestBudget.FREE_BYTES)).isTrue();
        assertThat(third.take(1 << 20)).isFalse();

        third.close();
        first.close();
        assertThat(budget.request().take(1 << 20)).isTrue();
        assertThat(first.take(1)).as("after the end").isFalse();
    }

    @Test
    void answersToFailuresComeLaterAndLaterWithinReason() throws Exception {
        FailedLogins failures = new FailedLogins();
        Origin mallory = origin("192.0.2.1");
        long now = TimeUnit.HOURS.toNanos(1);

        assertThat(failures.failed(mallory, now).delayMillis()).isEqualTo(250);
        assertThat(failures.failed(mallory, now).delayMillis()).isEqualTo(500);
        for (int i = 0; i < 100; i++) {
            assertThat(failures.failed(mallory, now).delayMillis()).isBetween(500L, 8000L);
        }

        assertThat(failures.failed(origin("192.0.2.2"), now).delayMillis()).isEqualTo(250);
        long later = now + TimeUnit.MINUTES.toNanos(5);
        assertThat(failures.failed(mallory, later).count()).isEqualTo(1);
    }

    @Test
    void aLineIsToldAtOnceAndThenOnceInAWhileWithWhatWasLeftOut() {
        AtomicLong nanos = new AtomicLong();
        Seldom seldom = new Seldom(nanos::get);

        assertThat(seldom.tell("a")).hasValue(0);
        assertThat(seldom.tell("a")).isEmpty();
        assertThat(seldom.tell("a")).isEmpty();
        assertThat(seldom.tell("b")).hasValue(0);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(10));
        assertThat(seldom.tell("a")).hasValue(2);
        assertThat(Seldom.more(2)).isEqualTo(" (and 2 times before)");
        assertThat(Seldom.more(0)).isEmpty();
    }

    @Test
    void ofThousandsOfCausesTheOldestIsForgotten() {
        Seldom seldom = new Seldom(() -> 0);
        for (int i = 0; i <= 1000; i++) {
            assertThat(seldom.tell("cause " + i)).hasValue(0);
        }

        assertThat(seldom.tell("cause 1000")).isEmpty();
        assertThat(seldom.tell("cause 0")).hasValue(0);
    }

    private static Origin origin(String address) throws UnknownHostException {
        return Origin.of(InetAddress.getByName(address));
    }
}
