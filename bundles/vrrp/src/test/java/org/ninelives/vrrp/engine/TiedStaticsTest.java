package org.ninelives.vrrp.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.vrrp.engine.Samples.ELECTION;
import static org.ninelives.vrrp.engine.Samples.instance;
import static org.ninelives.vrrp.engine.Samples.pair;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ninelives.api.system.RouteChange;
import org.ninelives.api.system.RuleChange;
import org.ninelives.testkit.FakeLan;
import org.ninelives.vrrp.core.State;

/** What is static and tied to a virtual router by {@code track_group} keeps it in FAULT if gone. */
class TiedStaticsTest {

    private static final Duration MINUTE = Duration.ofSeconds(61);

    private final FakeLan lan = new FakeLan();
    private final Host a = Host.withEth0(lan, "a", "10.0.0.1/24");

    @BeforeEach
    void plugIn() {
        a.machine.addLink("eth1");
    }

    private void run(String tied) {
        a.run(
                "track_group T { group { VI_1 } }\n"
                        + tied
                        + "\n"
                        + pair(100)
                        + instance("VI_2", 52, 100, "10.0.0.45/24"));
        lan.advance(ELECTION);
    }

    private void assertStates(State tied) {
        assertThat(a.state("VI_1")).isEqualTo(tied);
        assertThat(a.state("VI_2")).as("what is not tied").isEqualTo(State.MASTER);
    }

    @Test
    void anAddressWhoseInterfaceIsMissingIsAFaultUntilThatComes() {
        run("static_ipaddress { 10.8.0.1/24 dev eth7 track_group T }");
        assertStates(State.FAULT);
        assertThat(a.status("VI_1").reason()).contains("static address 10.8.0.1/24");

        a.machine.addLink("eth7");
        lan.advance(ELECTION);
        assertStates(State.MASTER);

        a.machine.removeLink("eth7");
        assertStates(State.FAULT);
    }

    @Test
    void aRouteThatIsRefusedIsAFaultUntilItIsAccepted() {
        a.machine.refusals().routes(RouteChange.Add.class::isInstance, "EINVAL");
        run("static_routes { 10.9.0.0/16 dev eth1 track_group T }");
        assertStates(State.FAULT);
        assertThat(a.status("VI_1").reason()).contains("static route 10.9.0.0/16");

        a.machine.refusals().routes(change -> false, "");
        lan.advance(MINUTE);
        lan.advance(ELECTION);
        assertStates(State.MASTER);
    }

    @Test
    void aRuleThatIsRefusedIsAFaultUntilItIsAccepted() {
        a.machine.refusals().rules(RuleChange.Add.class::isInstance, "EPERM");
        run("static_rules { from 10.3.0.0/16 iif eth1 table 7 preference 9 track_group T }");
        assertStates(State.FAULT);

        a.machine.refusals().rules(change -> false, "");
        lan.advance(MINUTE);
        lan.advance(ELECTION);
        assertStates(State.MASTER);
    }

    @Test
    void whatSomebodyElseRemovesIsPutBackBeforeAnybodySuffers() {
        run("static_ipaddress { 10.8.0.1/24 dev eth1 track_group T }");

        a.machine.removeAddress("eth1", "10.8.0.1/24");

        assertThat(a.addresses("eth1")).containsExactly("10.8.0.1/24");
        assertStates(State.MASTER);
    }

    @Test
    void aReloadThatUntiesThemEndsTheFault() {
        run("static_ipaddress { 10.8.0.1/24 dev eth7 track_group T }");

        run("static_ipaddress { 10.8.0.1/24 dev eth7 }");
        lan.advance(ELECTION);

        assertStates(State.MASTER);
    }
}
