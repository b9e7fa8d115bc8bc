package org.ninelives.check.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.check.CheckAssignment;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.CheckerType;
import org.ninelives.api.management.CheckerTypeMXBean;
import org.ninelives.check.engine.CheckService;
import org.ninelives.testkit.network.FakeNetworks;
import org.osgi.framework.ServiceReference;

/** Checkers as the registry brings and takes them. */
@Timeout(60)
class InstalledCheckersTest {

    private static final String SHIPPED = "reference:file:/check.lamp.jar";

    private final FakeRegistry registry = new FakeRegistry();
    private final List<String> requests = new ArrayList<>();
    private final CheckService service =
            new CheckService(new FakeNetworks(), 1, () -> requests.add("read anew"));
    private final InstalledCheckers checkers =
            new InstalledCheckers(service, new CheckBeans(registry.context(), service));

    @AfterEach
    void close() {
        service.close();
    }

    private void follow(CheckAssignment... assignments) {
        service.follow(List.of(assignments), Optional.empty(), (key, standing) -> {});
    }

    private CheckerTypeMXBean bean() {
        return (CheckerTypeMXBean) registry.beans().get(Lamp.BEAN);
    }

    private ServiceReference<CheckerType> add(int ranking, String help) {
        ServiceReference<CheckerType> reference = FakeRegistry.checker(SHIPPED, ranking);
        checkers.add(reference, new Lamp(help));
        return reference;
    }

    @Test
    void aCheckerHasABeanWhileItIsThere() {
        ServiceReference<CheckerType> lamp = add(0, "lit");
        assertThat(bean().getState()).isEqualTo("PRESENT");
        assertThat(bean().getStatus().bundle()).isEqualTo("lamps.0 1.2.0");

        checkers.remove(lamp);
        assertThat(registry.beans()).doesNotContainKey(Lamp.BEAN);
    }

    @Test
    void aBeanWhoseChecksAreLeftSaysThatItsCheckerIsNot() {
        ServiceReference<CheckerType> lamp = add(0, "lit");
        follow(Lamp.look(probe -> CheckResult.passed("light")));
        checkers.remove(lamp);
        assertThat(bean().getState()).isEqualTo("LEFT");

        checkers.forgetUnused();
        assertThat(registry.beans()).containsKey(Lamp.BEAN);
        follow();
        checkers.forgetUnused();
        assertThat(registry.beans()).doesNotContainKey(Lamp.BEAN);
    }

    @Test
    void ofSeveralWithOneKeywordTheFirstIsUsedUntilItLeaves() {
        ServiceReference<CheckerType> first = add(0, "first");
        add(1, "low");
        add(9, "high");
        assertThat(bean().getStatus().help()).isEqualTo("first");

        checkers.remove(first);
        assertThat(bean().getStatus().help()).isEqualTo("high");
    }

    @Test
    void oneThatWasNeverUsedLeavesNothingBehind() {
        add(0, "used");
        checkers.remove(add(9, "unused"));

        assertThat(bean().getStatus().help()).isEqualTo("used");
        assertThat(bean().getState()).isEqualTo("PRESENT");
    }

    @Test
    void oneThatComesBackHasItsBlocksReadAnew() {
        ServiceReference<CheckerType> lamp = add(0, "old");
        follow(Lamp.look(probe -> CheckResult.passed("light")));
        checkers.remove(lamp);
        add(0, "new");

        assertThat(requests).containsExactly("read anew");
    }

    @ParameterizedTest
    @CsvSource({
        "reference:file:/opt/ninelives/bundles/check.lamp.jar, true",
        "file:/opt/ninelives/bundles.d/lamp.jar, false"
    })
    void whatIsNotShippedHasThreadsOfTheKernel(String location, boolean isVirtual)
            throws InterruptedException {
        BlockingQueue<Boolean> looks = new LinkedBlockingQueue<>();
        checkers.add(FakeRegistry.checker(location, 0), new Lamp("lit"));
        follow(
                Lamp.look(
                        probe -> {
                            looks.add(Thread.currentThread().isVirtual());
                            return CheckResult.passed("light");
                        }));

        assertThat(looks.poll(30, TimeUnit.SECONDS)).isEqualTo(isVirtual);
    }

    @Test
    void afterTheEndCheckersComeAndGoUnheard() {
        ServiceReference<CheckerType> lamp = add(0, "lit");
        checkers.close();
        service.close();

        checkers.remove(lamp);
        add(1, "late");
        checkers.forgetUnused();
        assertThat(requests).isEmpty();
    }
}
