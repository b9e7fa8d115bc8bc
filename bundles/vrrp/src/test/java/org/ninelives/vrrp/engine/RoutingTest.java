package org.ninelives.vrrp.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.vrrp.engine.Samples.ELECTION;
import static org.ninelives.vrrp.engine.Samples.VIP;
import static org.ninelives.vrrp.engine.Samples.pair;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninelives.api.system.Route;
import org.ninelives.testkit.Deed;
import org.ninelives.testkit.FakeLan;
import org.ninelives.vrrp.core.State;

class RoutingTest {

    private static final Duration SKEW = Duration.ofMillis(650);

    private final FakeLan lan = new FakeLan();
    private final Host a = Host.withEth0(lan, "a", "10.0.0.1/24");

    private static String with(String blocks) {
        return pair(100).replace("priority 100", "priority 100\n" + blocks);
    }

    private static String routed(String route) {
        return with(
                "virtual_routes {\n"
                        + route
                        + "\n}\nvirtual_rules {\n from 10.2.0.0/16 table 100 preference 500\n}");
    }

    private static String statics(String route) {
        return "static_ipaddress {\n 10.8.0.1/24 dev eth0\n}\nstatic_routes {\n "
                + route
                + "\n}\nstatic_rules {\n from 10.3.0.0/16 table 100 preference 600\n}\n"
                + pair(100);
    }

    private List<String> deeds() {
        return a.machine.deeds().stream()
                .map(deed -> deed.getClass().getSimpleName())
                .filter(name -> !name.equals("Advert") && !name.equals("Frame"))
                .toList();
    }

    @Test
    void routesFollowTheAddressesAndLeaveBeforeThem() {
        a.run(routed("10.2.0.0/16 dev eth0"));
        a.machine.clearDeeds();
        lan.advance(ELECTION);
        assertThat(deeds()).containsExactly("AddressAdded", "RouteAdded", "RuleAdded");

        a.machine.clearDeeds();
        a.stop();

        assertThat(deeds()).containsExactly("RuleRemoved", "RouteRemoved", "AddressRemoved");
    }

    @Test
    void aLostRouteCostsTheMastershipForASkewTimeAndIsPutBack() {
        a.run(routed("10.2.0.0/16 dev eth0"));
        lan.advance(ELECTION);

        a.machine.routing().remove(a.machine.routing().routes().getFirst());
        lan.settle();
        assertThat(a.state("VI_1")).isEqualTo(State.BACKUP);
        assertThat(a.machine.routing().rules()).isEmpty();
        lan.advance(SKEW);

        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(a.machine.routing().routes()).hasSize(1);
        assertThat(a.machine.routing().rules()).hasSize(1);
    }

    @Test
    void aLostRuleDoesTheSame() {
        a.run(routed("10.2.0.0/16 dev eth0"));
        lan.advance(ELECTION);

        a.machine.routing().remove(a.machine.routing().rules().getFirst());
        lan.settle();
        assertThat(a.state("VI_1")).isEqualTo(State.BACKUP);
        lan.advance(SKEW);

        assertThat(a.machine.routing().rules()).hasSize(1);
    }

    @Test
    void aLostRouteThatIsNotTrackedIsLeftAlone() {
        a.run(routed("10.2.0.0/16 dev eth0 no_track"));
        lan.advance(ELECTION);

        a.machine.routing().remove(a.machine.routing().routes().getFirst());
        lan.advance(ELECTION);

        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(a.machine.routing().routes()).isEmpty();
    }

    @Test
    void aRouteWhoseInterfaceIsMissingIsPutWhenThatComes() {
        a.run(routed("10.2.0.0/16 dev eth7"));
        lan.advance(ELECTION);
        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(a.machine.routing().routes()).isEmpty();

        a.machine.addLink("eth7");

        assertThat(a.machine.routing().routes()).hasSize(1);
        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
    }

    @Test
    void aRefusedRouteLeavesTheMasterMaster() {
        a.machine.refusals().routes(change -> true, "EINVAL");
        a.run(routed("10.2.0.0/16 dev eth0"));

        lan.advance(ELECTION);

        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(a.addresses()).contains(VIP);
        assertThat(a.machine.routing().rules()).hasSize(1);
    }

    @Test
    void aReloadChangesTheRoutesOfAMasterInPlace() {
        a.run(routed("10.2.0.0/16 dev eth0"));
        lan.advance(ELECTION);
        a.events.clear();

        a.run(routed("10.5.0.0/16 dev eth0"));

        assertThat(a.events).isEmpty();
        assertThat(a.machine.routing().routes())
                .singleElement()
                .extracting(Route::toString)
                .asString()
                .contains("10.5.0.0/16");
    }

    @Test
    void routesAndRulesThatACrashedRunLeftAreRemovedAtStart() {
        Host crashed = a.run(routed("10.2.0.0/16 dev eth0"));
        lan.advance(ELECTION);
        List<Route> routes = crashed.machine.routing().routes();
        Host next = Host.withEth0(lan, "next", "10.0.0.9/24");
        routes.forEach(next.machine.routing()::add);
        crashed.machine.routing().rules().forEach(next.machine.routing()::add);

        next.run(routed("10.2.0.0/16 dev eth0"));

        assertThat(next.machine.routing().routes()).isEmpty();
        assertThat(next.machine.routing().rules()).isEmpty();
    }

    @Test
    void whatIsStaticIsThereWithoutAMasterAndGoesAtTheStop() {
        a.run(statics("10.3.0.0/16 dev eth0"));

        assertThat(a.state("VI_1")).isEqualTo(State.BACKUP);
        assertThat(a.addresses()).contains("10.8.0.1/24");
        assertThat(a.machine.routing().routes()).hasSize(1);
        assertThat(a.machine.routing().rules()).hasSize(1);

        a.stop();
        assertThat(a.addresses()).containsExactly("10.0.0.1/24");
        assertThat(a.machine.routing().routes()).isEmpty();
        assertThat(a.machine.routing().rules()).isEmpty();
    }

    @Test
    void whatIsStaticIsPutBackAtOnce() {
        a.run(statics("10.3.0.0/16 dev eth0"));

        a.machine.removeAddress("eth0", "10.8.0.1/24");
        a.machine.routing().remove(a.machine.routing().routes().getFirst());
        a.machine.routing().remove(a.machine.routing().rules().getFirst());
        lan.settle();

        assertThat(a.addresses()).contains("10.8.0.1/24");
        assertThat(a.machine.routing().routes()).hasSize(1);
        assertThat(a.machine.routing().rules()).hasSize(1);
    }

    @Test
    void aStaticRouteWaitsForItsInterface() {
        a.run(statics("10.3.0.0/16 dev eth7"));
        assertThat(a.machine.routing().routes()).isEmpty();

        a.machine.addLink("eth7");
        assertThat(a.machine.routing().routes()).hasSize(1);
        a.machine.removeLink("eth7");
        assertThat(a.machine.routing().routes()).isEmpty();
        a.machine.addLink("eth7");

        assertThat(a.machine.routing().routes()).hasSize(1);
    }

    @Test
    void anUnchangedReloadTouchesNothingStatic() {
        a.run(statics("10.3.0.0/16 dev eth0"));
        a.machine.clearDeeds();

        a.run(statics("10.3.0.0/16 dev eth0"));

        assertThat(a.machine.deeds()).noneMatch(Deed.RouteAdded.class::isInstance);
        assertThat(deeds()).isEmpty();
    }
}
