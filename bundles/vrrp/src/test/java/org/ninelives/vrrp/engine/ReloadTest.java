package org.ninelives.vrrp.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.vrrp.engine.Samples.ELECTION;
import static org.ninelives.vrrp.engine.Samples.VIP;
import static org.ninelives.vrrp.engine.Samples.instance;
import static org.ninelives.vrrp.engine.Samples.pair;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninelives.testkit.Deed;
import org.ninelives.testkit.FakeLan;
import org.ninelives.vrrp.core.State;

class ReloadTest {

    private final FakeLan lan = new FakeLan();
    private final Host a = Host.withEth0(lan, "a", "10.0.0.1/24");

    @Test
    void anAddressMovesBetweenInstancesInOneReloadWithoutLeavingItsInterface() {
        a.run(
                instance("VI_1", 1, 100, "10.0.0.41/24 10.0.0.40/24".replace(' ', '\n'))
                        + instance("VI_2", 2, 100, "10.0.0.42/24"));
        lan.advance(ELECTION);
        a.machine.clearDeeds();

        a.run(
                instance("VI_1", 1, 100, "10.0.0.41/24")
                        + instance("VI_2", 2, 100, "10.0.0.42/24 10.0.0.40/24".replace(' ', '\n')));

        assertThat(a.machine.deeds())
                .noneMatch(Deed.AddressRemoved.class::isInstance)
                .noneMatch(Deed.AddressAdded.class::isInstance);
        assertThat(a.addresses()).contains("10.0.0.40/24", "10.0.0.41/24", "10.0.0.42/24");
    }

    @Test
    void aReloadTouchesOnlyWhatChanged() {
        a.run(pair(100) + instance("VI_2", 2, 100, "10.0.0.42/24"));
        lan.advance(ELECTION);
        long sentBefore = a.instance("VI_1").counters().snapshot().advertSent();
        a.events.clear();
        a.machine.clearDeeds();

        a.run(pair(100) + instance("VI_3", 3, 100, "10.0.0.43/24"));

        assertThat(a.events)
                .containsExactly(
                        "VI_2 MASTER -> FAULT",
                        "removed VI_2",
                        "added VI_3",
                        "VI_3 INIT -> BACKUP");
        assertThat(a.addresses()).containsExactly("10.0.0.1/24", VIP);
        assertThat(a.instance("VI_1").counters().snapshot().advertSent()).isEqualTo(sentBefore);
    }

    @Test
    void aNewAddressOfAMasterIsSetThenAnnounced() {
        a.run(pair(100));
        lan.advance(ELECTION);
        a.machine.clearDeeds();

        a.run(instance("VI_1", 51, 100, VIP + "\n10.0.0.45/24"));

        List<Deed> deeds =
                a.machine.deeds().stream().filter(deed -> !(deed instanceof Deed.Advert)).toList();
        assertThat(deeds.getFirst()).isInstanceOf(Deed.AddressAdded.class);
        assertThat(deeds.getLast()).isInstanceOf(Deed.Frame.class);
        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
    }

    @Test
    void anAddressThatOnlyGetsAnotherLabelDoesNotMoveTheMaster() {
        a.run(instance("VI_1", 51, 100, VIP + " label eth0:1"));
        lan.advance(ELECTION);
        a.events.clear();

        a.run(instance("VI_1", 51, 100, VIP + " label eth0:2"));
        lan.advance(ELECTION);

        assertThat(a.events).isEmpty();
        assertThat(a.addresses()).containsExactly("10.0.0.1/24", VIP);
    }

    @Test
    void addressesOfANetworkSurviveTheRemovalOfItsFirst() {
        a.run(instance("VI_1", 51, 100, "10.9.0.1/24\n10.9.0.2/24"));
        lan.advance(ELECTION);

        a.run(instance("VI_1", 51, 100, "10.9.0.2/24"));
        lan.advance(ELECTION);

        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(a.addresses()).containsExactly("10.0.0.1/24", "10.9.0.2/24");
    }

    @Test
    void twoInstancesMayExchangeTheirNamesInOneReload() {
        a.run(instance("A", 1, 100, "10.0.0.41/24") + instance("B", 2, 100, "10.0.0.42/24"));
        lan.advance(ELECTION);
        a.events.clear();

        a.run(instance("B", 1, 100, "10.0.0.41/24") + instance("A", 2, 100, "10.0.0.42/24"));

        assertThat(a.events).isEmpty();
        assertThat(a.status("A").virtualRouterId()).isEqualTo(2);
        assertThat(a.state("A")).isEqualTo(State.MASTER);
        assertThat(a.state("B")).isEqualTo(State.MASTER);
    }

    @Test
    void theStartDelayCountsFromTheStartOfTheDaemon() {
        String delay = "global_defs { vrrp_startup_delay 10 }\n";
        a.run(delay + pair(100));
        lan.advance(Duration.ofSeconds(9));
        assertThat(a.state("VI_1")).isEqualTo(State.BACKUP);
        lan.advance(Duration.ofSeconds(6));
        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);

        a.run(delay + pair(100) + instance("VI_2", 2, 100, "10.0.0.42/24"));
        lan.advance(ELECTION);

        assertThat(a.state("VI_2")).isEqualTo(State.MASTER);
    }
}
