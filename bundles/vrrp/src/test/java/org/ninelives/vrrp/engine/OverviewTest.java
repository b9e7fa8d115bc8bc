package org.ninelives.vrrp.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.vrrp.engine.Samples.ELECTION;
import static org.ninelives.vrrp.engine.Samples.instance;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ninelives.api.management.InterfaceStatus;
import org.ninelives.api.management.TrackedStatus;
import org.ninelives.api.management.VrrpSyncGroupStatus;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.testkit.FakeLan;
import org.ninelives.vrrp.settings.ConfigText;
import org.ninelives.vrrp.settings.InterfaceUse;

class OverviewTest {

    private static final String GROUP =
            "vrrp_sync_group G {\n"
                    + " group {\n"
                    + " VI_1\n"
                    + " VI_2\n"
                    + " }\n"
                    + " track_interface {\n"
                    + " eth1 weight 10\n"
                    + " }\n"
                    + "}\n"
                    + instance("VI_1", 1, 100, "10.0.0.41/24")
                    + instance("VI_2", 2, 100, "10.0.0.42/24");

    private final FakeLan lan = new FakeLan();
    private final Host host = Host.withEth0(lan, "a", "10.0.0.1/24");

    private void run() {
        host.machine.addLink("eth1");
        host.run(GROUP);
        lan.advance(ELECTION);
    }

    private InterfaceStatus status(String name) {
        return host.engine().interfaces(InterfaceUse.of(ConfigText.of(GROUP).settings())).get(name);
    }

    @Test
    void aSyncGroupTellsItsMembersAndHowOftenItWasMaster() {
        run();
        VrrpSyncGroupStatus group = host.engine().overview().groups().get("G");

        assertThat(group.state()).isEqualTo("MASTER");
        assertThat(group.members())
                .containsExactlyInAnyOrderEntriesOf(Map.of("VI_1", "MASTER", "VI_2", "MASTER"));
        assertThat(group.becomeMaster()).isEqualTo(1);
        assertThat(group.lastTransitionMillis()).isPositive();
    }

    @Test
    void statusAndCountersAreThereForEachVirtualRouter() {
        run();
        Overview overview = host.engine().overview();

        assertThat(overview.statuses()).containsOnlyKeys("VI_1", "VI_2");
        assertThat(overview.counters().get("VI_1").becomeMaster()).isEqualTo(1);
    }

    @Test
    void aVirtualRouterTellsWhatItTracksAndWhatThatDoes() {
        run();

        assertThat(host.status("VI_1").trackers())
                .containsExactly(
                        new TrackedStatus("interface", "eth1", 10, false, "GOOD", "adds 10"));
        host.machine.setRunning("eth1", false);
        assertThat(host.status("VI_1").trackers())
                .containsExactly(
                        new TrackedStatus(
                                "interface", "eth1", 10, false, "BAD", "changes nothing"));
    }

    @Test
    void whoUsesAnInterfaceIsKnown() {
        assertThat(InterfaceUse.of(ConfigText.of(GROUP).settings()))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                new InterfaceName("eth0"), List.of("VI_1", "VI_2"),
                                new InterfaceName("eth1"), List.of("VI_1", "VI_2")));
    }

    @Test
    void anInterfaceTellsWhatTheKernelSaysOfItAndSinceWhen() {
        run();

        assertThat(status("eth0"))
                .matches(InterfaceStatus::up)
                .matches(found -> found.index() > 0)
                .matches(found -> found.addresses().contains("10.0.0.41/24"))
                .matches(found -> found.usedBy().equals(List.of("VI_1", "VI_2")))
                .matches(found -> found.sinceMillis() == 0);

        host.machine.setRunning("eth1", false);
        assertThat(status("eth1"))
                .matches(found -> !found.up())
                .matches(InterfaceStatus::administrativelyUp)
                .matches(found -> found.sinceMillis() > 0);
    }

    @Test
    void anInterfaceThatDoesNotExistIsDownAndHasNoNumber() {
        host.run(GROUP);

        assertThat(status("eth1"))
                .matches(found -> !found.up())
                .matches(found -> found.index() == 0)
                .matches(found -> found.mac().isEmpty());
    }
}
