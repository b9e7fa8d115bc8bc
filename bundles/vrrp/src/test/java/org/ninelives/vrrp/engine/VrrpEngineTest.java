package org.ninelives.vrrp.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.vrrp.engine.Samples.ELECTION;
import static org.ninelives.vrrp.engine.Samples.VIP;
import static org.ninelives.vrrp.engine.Samples.instance;
import static org.ninelives.vrrp.engine.Samples.pair;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.AddressChange;
import org.ninelives.testkit.Deed;
import org.ninelives.testkit.FakeLan;
import org.ninelives.vrrp.core.Input;
import org.ninelives.vrrp.core.State;

class VrrpEngineTest {

    private final FakeLan lan = new FakeLan();
    private final Host a = Host.withEth0(lan, "a", "10.0.0.1/24");
    private final Host b = Host.withEth0(lan, "b", "10.0.0.2/24");

    @Test
    void theHigherPriorityOwnsTheAddressAndTheOtherDoesNot() {
        a.run(pair(100));
        b.run(pair(90));

        lan.advance(ELECTION);

        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(b.state("VI_1")).isEqualTo(State.BACKUP);
        assertThat(a.addresses()).containsExactly("10.0.0.1/24", VIP);
        assertThat(b.addresses()).containsExactly("10.0.0.2/24");
        assertThat(b.status("VI_1").masterAddress()).isEqualTo("10.0.0.1");
        assertThat(b.status("VI_1").masterPriority()).isEqualTo(100);
    }

    @Test
    void becomingMasterAdvertisesThenOwnsThenAnnounces() {
        a.run(pair(100));
        a.machine.clearDeeds();

        lan.advance(Duration.ofMillis(3700));

        assertThat(a.machine.deeds())
                .extracting(deed -> deed.getClass().getSimpleName())
                .containsExactly(
                        "Advert", "AddressAdded", "Frame", "Frame", "Frame", "Frame", "Frame");
    }

    @Test
    void aCrashedMasterIsReplacedAfterTheMasterDownInterval() {
        a.run(pair(100));
        b.run(pair(90));
        lan.advance(ELECTION);

        a.crash();
        lan.advance(Duration.ofMillis(2500));
        assertThat(b.state("VI_1")).isEqualTo(State.BACKUP);
        lan.advance(Duration.ofMillis(1200));

        assertThat(b.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(b.addresses()).contains(VIP);
    }

    @Test
    void aStoppedMasterSaysPriorityZeroOnceAndLeavesNoAddress() {
        a.run(pair(100));
        b.run(pair(90));
        lan.advance(ELECTION);
        a.machine.clearDeeds();

        a.stop();

        assertThat(a.machine.deeds())
                .extracting(deed -> deed.getClass().getSimpleName())
                .containsExactly("Advert", "AddressRemoved");
        assertThat(a.machine.adverts().getFirst().packet().get(22)).as("priority").isZero();
        assertThat(a.addresses()).containsExactly("10.0.0.1/24");
        lan.advance(Duration.ofMillis(700)); // skew time at priority 90: 648 ms
        assertThat(b.state("VI_1")).isEqualTo(State.MASTER);
    }

    @Test
    void anAddressLeftBehindByAnEarlierRunIsRemovedAtStart() {
        a.machine.addAddress("eth0", VIP);

        a.run(pair(100));

        assertThat(a.addresses()).containsExactly("10.0.0.1/24");
    }

    @Test
    void theOwnerOfTheAddressesKeepsThemAtStart() {
        a.machine.addAddress("eth0", VIP);
        a.machine.clearDeeds();

        a.run(pair(255));

        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(a.machine.deeds()).noneMatch(Deed.AddressRemoved.class::isInstance);
    }

    @Test
    void anInterfaceThatComesLaterIsWaitedFor() {
        Host late = new Host(lan, "late");
        late.run(pair(100));
        assertThat(late.state("VI_1")).isEqualTo(State.FAULT);
        assertThat(late.status("VI_1").reason())
                .isEqualTo("interface eth0 does not exist; waiting for it");

        late.machine.addLink("eth0");
        assertThat(late.status("VI_1").reason()).isEqualTo("no IPv4 address for interface");
        late.machine.addAddress("eth0", "10.0.0.9/24");
        lan.advance(ELECTION);

        assertThat(late.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(late.addresses()).contains(VIP);
    }

    @Test
    void aCableThatIsPulledIsAFaultAndHealsWhenItIsBack() {
        a.run(pair(100));
        lan.advance(ELECTION);

        a.machine.setRunning("eth0", false);
        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);
        assertThat(a.addresses()).doesNotContain(VIP);

        a.machine.setRunning("eth0", true);
        lan.advance(ELECTION);
        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
    }

    @Test
    void aVirtualAddressIsNeverTheSourceOfAdverts() {
        a.machine.removeAddress("eth0", "10.0.0.1/24");
        a.machine.addAddress("eth0", VIP);
        a.machine.addAddress("eth0", "10.0.0.8/24");

        a.run(pair(100));

        assertThat(a.status("VI_1").sourceAddress()).isEqualTo("10.0.0.8");
    }

    @Test
    void anAddressRemovedByAnotherProgramGivesUpMastershipForASkewTime() {
        a.run(pair(100));
        lan.advance(ELECTION);

        a.machine.removeAddress("eth0", VIP);
        assertThat(a.state("VI_1")).isEqualTo(State.BACKUP);
        lan.advance(Duration.ofMillis(650)); // skew time at priority 100: 609 ms

        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(a.addresses()).contains(VIP);
    }

    @Test
    void aMasterWhoseAddressesAreRefusedStepsAside() {
        a.machine.refusals().changes(AddressChange.Add.class::isInstance, "EPERM");
        a.run(pair(100));
        b.run(pair(90));

        lan.advance(Duration.ofSeconds(8));

        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);
        assertThat(a.status("VI_1").reason())
                .contains("RTM_NEWADDR 10.0.0.44/24")
                .contains("EPERM");
        assertThat(a.machine.frames()).as("announcements of the refused address").isEmpty();
        assertThat(b.state("VI_1")).isEqualTo(State.MASTER);
    }

    @Test
    void aMasterThatResignsIsReplacedAtOnce() {
        a.run(pair(100));
        b.run(pair(90));
        lan.advance(ELECTION);

        a.instance("VI_1").handle(Input.RESIGN);
        lan.settle();
        lan.advance(Duration.ofMillis(700));

        assertThat(a.state("VI_1")).isEqualTo(State.BACKUP);
        assertThat(b.state("VI_1")).isEqualTo(State.MASTER);
    }

    @Test
    void unicastAdvertsGoToEachPeer() {
        String config =
                """
                vrrp_instance VI_1 {
                    interface eth0
                    virtual_router_id 51
                    unicast_peer {
                        10.0.0.2
                        10.0.0.3
                    }
                    virtual_ipaddress { 10.0.0.44/24 }
                }
                """;
        a.run(config);
        lan.advance(Duration.ofMillis(3700));

        assertThat(a.machine.adverts())
                .extracting(Deed.Advert::destination)
                .containsExactly(IpAddress.of("10.0.0.2"), IpAddress.of("10.0.0.3"));
    }

    @Test
    void gratuitousArpKeepsItsDistance() {
        a.run("global_defs { vrrp_garp_interval 0.1 }\n" + pair(100));
        lan.advance(ELECTION);

        List<Long> times = a.machine.frames().stream().map(Deed.Frame::nanos).toList();
        assertThat(times).hasSizeGreaterThanOrEqualTo(4);
        for (int i = 1; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - 1)).isGreaterThanOrEqualTo(100_000_000L);
        }
    }

    @Test
    void aSocketThatIsRefusedIsAFaultOfTheInstance() {
        a.run(pair(100));
        a.machine.refusals().sockets("EMFILE");

        a.run(
                pair(100)
                        + instance("VI_2", 2, 100, "10.0.0.42/24")
                                .replace(
                                        "virtual_router_id 2",
                                        "virtual_router_id 2\nmcast_dst_ip 224.0.0.20"));
        lan.advance(ELECTION);

        assertThat(a.state("VI_2")).isEqualTo(State.FAULT);
        assertThat(a.status("VI_2").reason()).contains("EMFILE");
        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
    }

    @Test
    void packetsOfOthersAndWrongOnesAreCountedAndChangeNothing() {
        a.run(pair(100));
        lan.advance(ELECTION);
        b.run(
                """
                vrrp_instance VI_1 {
                    interface eth0
                    virtual_router_id 51
                    priority 200
                    authentication { auth_type PASS
                        auth_pass wrong }
                    virtual_ipaddress { 10.0.0.44/24 }
                }
                """);

        lan.advance(Duration.ofSeconds(10));

        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(a.instance("VI_1").counters().snapshot().authtypeMismatch()).isPositive();
        assertThat(a.instance("VI_1").counters().snapshot().advertRcvd()).isZero();
    }
}
