package org.ninelives.vrrp.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.vrrp.engine.Samples.ELECTION;
import static org.ninelives.vrrp.engine.Samples.instance;
import static org.ninelives.vrrp.engine.Samples.pair;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.ninelives.testkit.FakeLan;
import org.ninelives.vrrp.core.State;

class TrackedInterfacesTest {

    private final FakeLan lan = new FakeLan();
    private final Host a = Host.withEth0(lan, "a", "10.0.0.1/24");

    private static String with(String lines) {
        return pair(100).replace("priority 100", "priority 100\n" + lines);
    }

    private static String tracking(String entry) {
        return with("track_interface {\n" + entry + "\n}");
    }

    @Test
    void aTrackedInterfaceThatIsDownIsAFault() {
        a.machine.addLink("eth1");
        a.run(tracking("eth1"));
        lan.advance(ELECTION);

        a.machine.setUp("eth1", false);
        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);
        a.machine.setUp("eth1", true);

        assertThat(a.state("VI_1")).isEqualTo(State.BACKUP);
    }

    @Test
    void aWeightChangesThePriorityAndIsTold() {
        a.machine.addLink("eth1");
        a.run(tracking("eth1 weight -20"));
        lan.advance(ELECTION);
        a.events.clear();

        a.machine.setRunning("eth1", false);
        assertThat(a.status("VI_1").effectivePriority()).isEqualTo(80);
        a.machine.setRunning("eth1", true);

        assertThat(a.status("VI_1").effectivePriority()).isEqualTo(100);
        assertThat(a.events).containsExactly("VI_1 100 -> 80", "VI_1 80 -> 100");
    }

    @Test
    void aReversedWeightCountsTheOtherWayRound() {
        a.machine.addLink("eth1");
        a.run(tracking("eth1 weight 20 reverse"));
        assertThat(a.status("VI_1").effectivePriority()).isEqualTo(100);

        a.machine.setRunning("eth1", false);

        assertThat(a.status("VI_1").effectivePriority()).isEqualTo(120);
    }

    @Test
    void aTrackedInterfaceThatIsMissingOrRenamedIsDown() {
        a.run(tracking("eth1"));
        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);
        a.machine.addLink("eth1");
        assertThat(a.state("VI_1")).isEqualTo(State.BACKUP);

        a.machine.renameLink("eth1", "lan1");

        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);
    }

    @Test
    void withoutTrackingOfThePrimaryItsCableDoesNotMatter() {
        a.run(with("dont_track_primary"));
        lan.advance(ELECTION);

        a.machine.setRunning("eth0", false);

        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
    }

    @Test
    void aTrackedSourceAddressHasToBeThere() {
        a.run(with("mcast_src_ip 10.0.0.9\ntrack_src_ip"));
        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);
        assertThat(a.status("VI_1").reason()).contains("10.0.0.9");

        a.machine.addAddress("eth0", "10.0.0.9/24");
        lan.advance(ELECTION);
        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);

        a.machine.removeAddress("eth0", "10.0.0.9/24");
        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);
    }

    @Test
    void anotherPrimaryAddressIsTheSourceFromThenOn() {
        a.run(pair(100));
        lan.advance(ELECTION);
        a.machine.addAddress("eth0", "10.0.0.7/24");
        a.machine.removeAddress("eth0", "10.0.0.1/24");

        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(a.status("VI_1").sourceAddress()).isEqualTo("10.0.0.7");
    }

    @Test
    void anAddressThatAReloadMakesVirtualIsNoSourceAnyMoreForOthersEither() {
        a.machine.addAddress("eth0", "10.0.0.7/24");
        a.run(pair(100));
        assertThat(a.status("VI_1").sourceAddress()).isEqualTo("10.0.0.1");

        a.run(pair(100) + instance("VI_2", 2, 100, "10.0.0.1/24"));

        assertThat(a.status("VI_1").sourceAddress()).isEqualTo("10.0.0.7");
    }

    @Test
    void aShortOutageOfADebouncedInterfaceIsNotNoticed() {
        a.run("interface_up_down_delays {\n eth0 1.9 1.9\n}\n" + pair(100));
        lan.advance(ELECTION);
        a.events.clear();

        a.machine.setRunning("eth0", false);
        lan.advance(Duration.ofMillis(1800));
        a.machine.setRunning("eth0", true);
        lan.advance(Duration.ofSeconds(10));

        assertThat(a.events).isEmpty();
    }

    @Test
    void aLongOutageCountsAfterItsDelayAndTheRecoveryAfterTheOther() {
        a.run("interface_up_down_delays {\n eth0 0.5 1.5\n}\n" + pair(100));
        lan.advance(ELECTION);
        long up = a.machine.nowNanos();

        a.machine.setRunning("eth0", false);
        while (a.state("VI_1") != State.FAULT) {
            lan.advance(Duration.ofMillis(100));
        }
        long down = a.machine.nowNanos();
        a.machine.setRunning("eth0", true);
        while (a.state("VI_1") == State.FAULT) {
            lan.advance(Duration.ofMillis(100));
        }

        assertThat(Duration.ofNanos(down - up)).isEqualTo(Duration.ofMillis(500));
        assertThat(Duration.ofNanos(a.machine.nowNanos() - down))
                .isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void aReloadThatEndsTheDebounceShowsTheInterfaceAsItIs() {
        a.run("interface_up_down_delays {\n eth0 100 100\n}\n" + pair(100));
        lan.advance(ELECTION);
        a.machine.setRunning("eth0", false);
        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);

        a.run(pair(100));

        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);
    }
}
