package org.ninelives.lvs.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ninelives.lvs.core.Sample.virtualServer;
import static org.ninelives.lvs.engine.Host.override;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ninelives.api.ipvs.DestinationKey;
import org.ninelives.api.ipvs.IpvsChange;
import org.ninelives.api.ipvs.IpvsService;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.management.OverrideStatus;
import org.ninelives.api.management.RealServerStatus;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.override.Lasting;
import org.ninelives.api.override.LiveOverride;
import org.ninelives.api.override.OverrideKey;
import org.ninelives.api.override.OverrideKind;
import org.ninelives.lvs.core.Sample;

/** Servers that drain, and what operators want of them. */
class DrainingTest {

    private static final String A = "192.168.0.1";
    private static final String B = "192.168.0.2";
    private static final String VIRTUAL = "[10.0.0.1]:tcp:80";
    private static final String VS = VIRTUAL + " ";
    private static final String OTHER = "[10.0.0.2]:tcp:80 " + A + " 1";
    private static final ServiceKey KEY = Sample.key("10.0.0.1", 80);

    private final Host host = new Host();

    private static Sample two() {
        return virtualServer().server(A, 1).server(B, 2);
    }

    private static Sample other() {
        return virtualServer().at("10.0.0.2", 80).server(A, 1);
    }

    private static DestinationKey destination(String address) {
        return new DestinationKey(IpAddress.of(address), 80);
    }

    @Test
    void aServerIsDrainedUntilTheKernelCountsNoConnection() {
        host.apply(two());
        host.kernel.connections(KEY, destination(A), 1, 3);

        host.hold(override(OverrideKind.DRAIN, A, "0"));
        assertThat(host.table()).containsExactly(VS + A + " 0", VS + B + " 2");

        host.advance(Duration.ofSeconds(20));
        assertThat(host.table()).containsExactly(VS + A + " 0", VS + B + " 2");
        assertThat(
                        host.engine()
                                .views()
                                .of("[10.0.0.1]:tcp:80")
                                .servers()
                                .get("[192.168.0.1]:tcp:80"))
                .matches(status -> status.state().equals("DRAINING"))
                .matches(status -> status.activeConnections() == 1)
                .matches(status -> status.inactiveConnections() == 3)
                .matches(status -> status.drainSeconds() == 20)
                .matches(status -> status.drainSecondsLeft() == -1)
                .matches(status -> status.reason().contains("4 connections left"));

        host.kernel.connections(KEY, destination(A), 0, 0);
        host.advance(Duration.ofSeconds(2));
        assertThat(host.table()).containsExactly(VS + B + " 2");

        host.hold();
        assertThat(host.table()).containsExactly(VS + A + " 1", VS + B + " 2");
    }

    @Test
    void aServerThatAReloadRemovesIsDrainedWhereThatIsWanted() {
        host.apply(two().drainTimeout(Duration.ofMinutes(1)));
        host.kernel.connections(KEY, destination(A), 1, 0);

        host.apply(virtualServer().drainTimeout(Duration.ofMinutes(1)).server(B, 2));
        host.advance(Duration.ofSeconds(59));
        assertThat(host.table()).containsExactly(VS + A + " 0", VS + B + " 2");
        assertThat(host.engine().views().of("[10.0.0.1]:tcp:80").status().leaving())
                .containsExactly("[192.168.0.1]:tcp:80");

        host.advance(Duration.ofSeconds(1));
        assertThat(host.table()).containsExactly(VS + B + " 2");
    }

    @Test
    void aServerThatComesBackBeforeItHasLeftServesAgain() {
        host.apply(two().drainTimeout(Duration.ofMinutes(1)));
        host.kernel.connections(KEY, destination(A), 1, 0);
        host.apply(virtualServer().drainTimeout(Duration.ofMinutes(1)).server(B, 2));

        host.apply(two().drainTimeout(Duration.ofMinutes(1)));
        host.advance(Duration.ofMinutes(2));

        assertThat(host.table()).containsExactly(VS + A + " 1", VS + B + " 2");
    }

    @Test
    void itsProgressIsToldStepByStep() {
        host.apply(two());
        host.kernel.connections(KEY, destination(A), 1, 3);

        host.hold(override(OverrideKind.DRAIN, A, "0"));
        host.advance(Duration.ofSeconds(3));
        host.kernel.connections(KEY, destination(A), 0, 2);
        host.advance(Duration.ofSeconds(3));
        host.kernel.connections(KEY, destination(A), 0, 0);
        host.advance(Duration.ofSeconds(3));
        host.hold();
        host.hold(override(OverrideKind.WEIGHT, A, "3"));

        String drained = "[192.168.0.1]:tcp:80 of [10.0.0.1]:tcp:80 is ";
        assertThat(host.drainSteps)
                .containsExactly(
                        drained
                                + "DRAINING: an operator drains it; its connections have not been"
                                + " counted yet",
                        drained + "DRAINING: an operator drains it; 4 connections left",
                        drained + "DRAINING: an operator drains it; 2 connections left",
                        drained
                                + "DRAINED: an operator has drained it; undrain lets it serve"
                                + " again",
                        drained + "UP");
    }

    @Test
    void aVirtualServerThatAReloadRemovesIsDrainedWhereThatIsWanted() {
        host.apply(two().drainTimeout(Duration.ofMinutes(1)), other());
        host.kernel.connections(KEY, destination(A), 1, 0);

        host.apply(other());
        assertThat(host.table()).containsExactly(VS + A + " 0", VS + B + " 0", OTHER);
        assertThat(host.engine().views().of("[10.0.0.1]:tcp:80").status())
                .matches(status -> status.state().equals("DRAINING"))
                .matches(status -> status.leaving().size() == 2);
        assertThat(host.engine().views().explain("[10.0.0.1]:tcp:80"))
                .first()
                .asString()
                .contains("not configured any more");

        host.advance(Duration.ofSeconds(20));
        assertThat(host.table()).containsExactly(VS + A + " 0", OTHER);
        assertThat(host.names()).extracting(ServerNames::virtualServer).hasSize(2);

        host.kernel.connections(KEY, destination(A), 0, 0);
        host.advance(Duration.ofSeconds(2));
        assertThat(host.table()).containsExactly(OTHER);
        assertThat(host.names())
                .extracting(ServerNames::virtualServer)
                .containsExactly("[10.0.0.2]:tcp:80");
    }

    @Test
    void aVirtualServerThatIsGoneIsNobodysAnyMore() {
        host.apply(two().drainTimeout(Duration.ofMinutes(1)), other());
        host.apply(other());
        host.advance(Duration.ofSeconds(2));
        host.kernel.others(
                new IpvsChange.AddService(
                        new IpvsService(KEY, "rr", Set.of(), Optional.empty(), false)));

        host.advance(Duration.ofMinutes(1));

        assertThat(host.table()).containsExactly(VS + "nobody", OTHER);
    }

    @Test
    void aVirtualServerThatComesBackServesAgain() {
        host.apply(two().drainTimeout(Duration.ofMinutes(1)));
        host.kernel.connections(KEY, destination(A), 1, 0);
        host.apply(other());
        host.kernel.forgetChanges();

        host.apply(two().drainTimeout(Duration.ofMinutes(1)), other());
        assertThat(host.kernel.changes())
                .as("its connections go on")
                .noneMatch(change -> change instanceof IpvsChange.DeleteDestination)
                .noneMatch(change -> change instanceof IpvsChange.DeleteService);
        host.advance(Duration.ofMinutes(2));

        assertThat(host.table()).containsExactly(VS + A + " 1", VS + B + " 2", OTHER);
        assertThat(host.engine().views().of("[10.0.0.1]:tcp:80").status().state()).isEqualTo("UP");
    }

    @Test
    void whatAnotherVirtualServerTakesOverIsNotDrained() {
        host.apply(two().addresses(2).drainTimeout(Duration.ofMinutes(1)));
        host.kernel.connections(KEY, destination(A), 1, 0);

        host.apply(other());
        assertThat(host.table()).containsExactly(VS + A + " 0", VS + B + " 0", OTHER);

        host.advance(Duration.ofMinutes(2));
        assertThat(host.table()).containsExactly(OTHER);
    }

    @Test
    void aDaemonThatStopsWaitsForNoConnection() {
        host.apply(two().drainTimeout(Duration.ofMinutes(1)), other());
        host.kernel.connections(KEY, destination(A), 1, 0);
        host.apply(other());

        host.stop();

        assertThat(host.table()).isEmpty();
    }

    @Test
    void operatorsSetWeights() {
        host.apply(two());

        host.hold(override(OverrideKind.WEIGHT, A, "9"));
        assertThat(host.table()).containsExactly(VS + A + " 9", VS + B + " 2");

        host.hold();
        assertThat(host.table()).containsExactly(VS + A + " 1", VS + B + " 2");
    }

    @Test
    void whatIsSetIsToldBesideWhatIsConfigured() {
        host.hold(override(OverrideKind.WEIGHT, A, "9"), override(OverrideKind.DISABLED, B, "on"));
        host.apply(two());

        assertThat(host.table()).containsExactly(VS + A + " 9");
        assertThat(status(A).overrides())
                .extracting(OverrideStatus::value, OverrideStatus::configured)
                .containsExactly(tuple("9", "1"));
        assertThat(status(B))
                .matches(status -> status.state().equals("DOWN"))
                .matches(status -> status.reason().equals("an operator has disabled it"));
        assertThat(host.engine().views().explain(VIRTUAL, name(B)))
                .anyMatch(line -> line.contains("disabled of " + VIRTUAL + " " + name(B)));

        host.hold();
        assertThat(host.table()).containsExactly(VS + A + " 1", VS + B + " 2");
    }

    @Test
    void aDisabledVirtualServerLeavesTheKernel() {
        host.apply(two());

        host.hold(
                new LiveOverride(
                        new OverrideKey(OverrideKind.DISABLED, VIRTUAL),
                        LiveOverride.ON,
                        "local",
                        1000,
                        0,
                        Lasting.UNTIL_RESTART));
        assertThat(host.table()).isEmpty();
        assertThat(host.engine().views().of(VIRTUAL).status())
                .matches(status -> !status.inKernel())
                .matches(status -> status.overrides().size() == 1);
        assertThat(host.engine().views().explain(VIRTUAL))
                .contains("It is not in the kernel, because an operator has disabled it.");

        host.apply(two().quorum(2, 0));
        assertThat(host.table()).as("a reload changes nothing in that").isEmpty();

        host.hold();
        assertThat(host.table()).containsExactly(VS + A + " 1", VS + B + " 2");
    }

    private RealServerStatus status(String server) {
        return host.engine().views().of(VIRTUAL).servers().get(name(server));
    }

    private static String name(String server) {
        return "[" + server + "]:tcp:80";
    }
}
