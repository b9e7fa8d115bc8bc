package org.ninelives.check.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.CheckerType;
import org.ninelives.testkit.network.FakeNetworks;
import org.osgi.framework.ServiceReference;

/** The engine as the registry starts and stops it. */
@Timeout(60)
class CheckComponentTest {

    private static final String ENGINE = "org.ninelives:type=Checks";

    private final FakeRegistry registry = new FakeRegistry();
    private final CheckComponent component =
            new CheckComponent(registry.context(), new FakeNetworks());
    private final ServiceReference<CheckerType> lamp = FakeRegistry.checker("reference:x", 0);

    @Test
    void itLooksWithTheCheckersItIsGiven() throws InterruptedException {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        component.addCheckerType(lamp, new Lamp("lit"));
        component.follow(
                List.of(Lamp.look(probe -> CheckResult.passed("light"))),
                Optional.empty(),
                (key, standing) -> told.add(standing.verdict() + " " + standing.reason()));

        assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo("UNKNOWN ");
        assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo("PASSED light");
        registry.awaitBeans(ENGINE, Lamp.BEAN, Lamp.CHECK_BEAN);
        component.stop();
    }

    @Test
    void beansOfCheckersThatAreUsedNoMoreGo() throws InterruptedException {
        component.addCheckerType(lamp, new Lamp("lit"));
        component.follow(
                List.of(Lamp.look(probe -> CheckResult.passed("light"))),
                Optional.empty(),
                (key, standing) -> {});
        component.removeCheckerType(lamp);
        assertThat(registry.beans()).containsKey(Lamp.BEAN);

        component.follow(List.of(), Optional.empty(), (key, standing) -> {});
        registry.awaitBeans(ENGINE);
        component.stop();
    }

    @Test
    void checkersThatLeaveAfterItsEndDisturbNobody() {
        component.addCheckerType(lamp, new Lamp("lit"));
        component.stop();

        assertThat(registry.beans()).isEmpty();
        assertThatCode(() -> component.removeCheckerType(lamp)).doesNotThrowAnyException();
    }
}
