package org.ninelives.vrrp.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.vrrp.engine.Samples.ELECTION;
import static org.ninelives.vrrp.engine.Samples.VIP;
import static org.ninelives.vrrp.engine.Samples.instance;
import static org.ninelives.vrrp.engine.Samples.pair;

import org.junit.jupiter.api.Test;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.FirewallState;
import org.ninelives.api.system.KernelSetting;
import org.ninelives.testkit.FakeLan;
import org.ninelives.vrrp.core.State;

class IgmpSilenceTest {

    private static final KernelSetting REPORTS =
            new KernelSetting("net/ipv4/igmp_link_local_mcast_reports");
    private static final String SILENT = "global_defs { disable_local_igmp }\n";

    private final FakeLan lan = new FakeLan();
    private final Host a = Host.withEth0(lan, "a", "10.0.0.1/24");

    private static String onVmac() {
        return pair(100).replace("priority", "use_vmac\npriority");
    }

    private void assertReports(int value) {
        assertThat(a.machine.settings().value(REPORTS)).hasValue(value);
    }

    @Test
    void theKernelReportsGroupsUnlessAskedNotTo() {
        a.run(onVmac());
        assertReports(1);
        assertThat(a.machine.firewall().relays()).hasSize(1);
    }

    @Test
    void aSilentKernelSendsNothingThatWouldHaveToBeRelayed() {
        a.run(SILENT + onVmac());
        assertReports(0);
        assertThat(a.machine.firewall().relays()).isEmpty();

        a.stop();
        assertReports(1);
    }

    @Test
    void mldIsRelayedAllTheSame() {
        a.machine.addAddress("eth0", "fe80::1/64");
        a.run(
                SILENT
                        + instance("VI_6", 6, 100, "fe80::44")
                                .replace("priority", "use_vmac\npriority"));

        assertThat(a.machine.firewall().relays())
                .singleElement()
                .extracting(FirewallState.Relay::family)
                .isEqualTo(IpAddress.Family.IPV6);
    }

    @Test
    void aReloadChangesItBothWays() {
        a.run(onVmac());
        lan.advance(ELECTION);

        a.run(SILENT + onVmac());
        assertReports(0);
        assertThat(a.machine.firewall().relays()).isEmpty();

        a.run(onVmac());
        assertReports(1);
        assertThat(a.machine.firewall().relays()).hasSize(1);
        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
    }

    @Test
    void whereTheKernelRefusesReportsAreRelayed() {
        a.machine.refusals().settings(REPORTS::equals, "EROFS");
        a.run(SILENT + onVmac());
        lan.advance(ELECTION);

        assertReports(1);
        assertThat(a.machine.firewall().relays()).hasSize(1);
        assertThat(a.addresses("vrrp.51")).containsExactly(VIP);
    }
}
