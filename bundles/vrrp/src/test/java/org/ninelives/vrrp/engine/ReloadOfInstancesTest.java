package org.ninelives.vrrp.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.vrrp.engine.Samples.ELECTION;
import static org.ninelives.vrrp.engine.Samples.VIP;
import static org.ninelives.vrrp.engine.Samples.instance;
import static org.ninelives.vrrp.engine.Samples.pair;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.IpAddress;
import org.ninelives.testkit.Deed;
import org.ninelives.testkit.FakeLan;
import org.ninelives.vrrp.core.State;

class ReloadOfInstancesTest {

    private final FakeLan lan = new FakeLan();
    private final Host a = Host.withEth0(lan, "a", "10.0.0.1/24");

    @Test
    void aRouterMayBecomeTheOwnerInAReloadAndStopBeingIt() {
        a.run(pair(100));
        lan.advance(ELECTION);

        a.run(pair(255));
        assertThat(a.status("VI_1").effectivePriority()).isEqualTo(255);
        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);

        a.run(pair(100));
        assertThat(a.status("VI_1").effectivePriority()).isEqualTo(100);
    }

    @Test
    void anotherVersionIsSpokenAtOnceWithoutLeavingMaster() {
        a.run(pair(100));
        lan.advance(ELECTION);
        a.events.clear();
        a.machine.clearDeeds();

        a.run("global_defs { vrrp_version 3 }\n" + pair(100));
        lan.advance(ELECTION);

        assertThat(a.events).isEmpty();
        assertThat(a.machine.adverts())
                .isNotEmpty()
                .allMatch(advert -> advert.packet().get(20) == 0x31);
    }

    @Test
    void fromMulticastToUnicastTheOldRouterResignsAndTheAddressesAreNotStranded() {
        a.run(pair(100));
        lan.advance(ELECTION);
        a.machine.clearDeeds();

        a.run(pair(100).replace("priority", "unicast_peer {\n 10.0.0.2\n }\n priority"));
        assertThat(a.machine.adverts().getFirst().packet().get(22)).as("priority").isZero();
        assertThat(a.addresses()).doesNotContain(VIP);
        lan.advance(ELECTION);

        assertThat(a.addresses()).contains(VIP);
        assertThat(a.machine.adverts().getLast().destination()).isEqualTo(IpAddress.of("10.0.0.2"));
    }

    @Test
    void anotherSourceAddressIsUsedWithoutLeavingMaster() {
        a.machine.addAddress("eth0", "10.0.0.7/24");
        a.run(pair(100));
        lan.advance(ELECTION);
        a.events.clear();

        a.run(pair(100).replace("priority", "mcast_src_ip 10.0.0.7\n priority"));
        lan.advance(ELECTION);

        assertThat(a.events).isEmpty();
        assertThat(a.machine.adverts().getLast().packet().get(15)).isEqualTo((byte) 7);
    }

    @Test
    void aRemovedInstanceIsToldDeletedWhereItAsksForThat() {
        a.run(pair(100).replace("priority", "notify_deleted\n priority"));
        lan.advance(ELECTION);
        a.events.clear();

        a.run(instance("VI_9", 9, 100, "10.0.0.49/24"));

        assertThat(a.events).startsWith("VI_1 MASTER -> DELETED", "removed VI_1", "added VI_9");
    }

    @Test
    void atTheStopItIsToldToStop() {
        a.run(pair(100).replace("priority", "notify_deleted\n priority"));
        a.events.clear();

        a.stop();

        assertThat(a.events).containsExactly("VI_1 BACKUP -> STOP", "removed VI_1");
    }

    @Test
    void anAddressThatAReloadTookAwayIsNotAnnouncedAnyMore() {
        String slow = "global_defs { vrrp_garp_interval 1 }\n";
        a.run(slow + instance("VI_1", 51, 100, VIP + "\n10.0.0.45/24"));
        lan.advance(Duration.ofMillis(3700));
        a.run(slow + pair(100));
        a.machine.clearDeeds();

        lan.advance(Duration.ofSeconds(30));

        assertThat(a.machine.frames())
                .isNotEmpty()
                .noneMatch(frame -> frame.frame().get(14 + 17) == 45);
    }

    @Test
    void anAddressOfTwoInstancesStaysUntilBothHaveLetGo() {
        String second = instance("VI_2", 2, 100, VIP + " label eth0:2");
        a.run(pair(100) + second);
        lan.advance(ELECTION);

        a.run(pair(100));
        lan.settle();
        assertThat(a.addresses()).contains(VIP);

        a.run(instance("VI_3", 3, 100, "10.0.0.43/24"));
        assertThat(a.addresses()).doesNotContain(VIP);
    }

    @Test
    void anAddressOfOneHostStaysForTheOtherInstanceToo() {
        String vip = "10.7.0.1/32";
        a.run(instance("VI_1", 1, 100, vip) + instance("VI_2", 2, 100, vip + " label eth0:2"));
        lan.advance(ELECTION);

        a.run(instance("VI_1", 1, 100, vip));

        assertThat(a.addresses()).contains(vip);
    }

    @Test
    void aRefusedAddressIsTriedAgainWhenTheInterfaceChanges() {
        a.machine.refusals().changes(change -> true, "EPERM");
        a.run(pair(100));
        lan.advance(ELECTION);
        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);

        a.machine.refusals().changes(change -> false, "");
        a.machine.setRunning("eth0", false);
        a.machine.setRunning("eth0", true);
        lan.advance(ELECTION);

        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(a.addresses()).contains(VIP);
    }

    @Test
    void announcementsEndWithMastership() {
        a.run("global_defs { vrrp_garp_interval 1 }\n" + pair(100));
        lan.advance(Duration.ofMillis(3700));
        a.stop();
        a.machine.clearDeeds();

        lan.advance(Duration.ofSeconds(10));

        assertThat(a.machine.deeds()).noneMatch(Deed.Frame.class::isInstance);
    }
}
