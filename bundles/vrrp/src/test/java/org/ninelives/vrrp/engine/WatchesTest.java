package org.ninelives.vrrp.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.vrrp.engine.Samples.ELECTION;
import static org.ninelives.vrrp.engine.Samples.instance;
import static org.ninelives.vrrp.engine.Samples.pair;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.MacAddress;
import org.ninelives.testkit.FakeLan;
import org.ninelives.vrrp.core.State;
import org.ninelives.vrrp.wire.GratuitousArp;

class WatchesTest {

    private static final MacAddress STRANGER = new MacAddress(0x0200_0000_9999L);

    private final FakeLan lan = new FakeLan();
    private final Host a = Host.withEth0(lan, "a", "10.0.0.1/24");
    private final Host b = Host.withEth0(lan, "b", "10.0.0.2/24");

    private static String witnessed(String witness) {
        return pair(100).replace("priority", witness + "\npriority");
    }

    private static ByteBuffer arp(MacAddress mac, String address) {
        return GratuitousArp.frame(mac, IpAddress.of(address));
    }

    @Test
    void aReachableWitnessLetsItTakeOver() {
        a.run(witnessed("witness 10.0.0.2"));

        lan.advance(ELECTION);

        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
    }

    @Test
    void withoutAnAnswerItStaysBackupUntilThereIsOne() {
        a.run(witnessed("witness 10.0.0.9"));
        lan.advance(Duration.ofSeconds(30));
        assertThat(a.state("VI_1")).isEqualTo(State.BACKUP);

        b.machine.addAddress("eth0", "10.0.0.9/24");
        lan.advance(Duration.ofSeconds(10));

        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
    }

    @Test
    void aWitnessBehindAnInterfaceThatIsMissingIsNotAskedByAnother() {
        a.run(witnessed("witness 10.0.0.2 interface eth7"));

        lan.advance(Duration.ofSeconds(30));

        assertThat(a.state("VI_1")).isEqualTo(State.BACKUP);
    }

    @Test
    void aSecondMasterIsAnAlarmOnBothNodesUntilItEnds() {
        a.run(pair(100));
        b.run(pair(90));
        lan.lose(arrival -> arrival.to().equals(b.machine) && arrival.destination().isMulticast());

        lan.advance(Duration.ofSeconds(20));
        assertThat(a.instance("VI_1").observation().isSplitBrain()).isTrue();
        assertThat(b.instance("VI_1").observation().isSplitBrain()).isTrue();
        assertThat(a.explain("VI_1")).anyMatch(line -> line.contains("SPLIT BRAIN"));

        lan.loseNothing();
        lan.advance(Duration.ofSeconds(30));
        assertThat(a.instance("VI_1").observation().isSplitBrain()).isFalse();
        assertThat(b.instance("VI_1").observation().isSplitBrain()).isFalse();
    }

    @Test
    void aStrangerWhoSpeaksForTheAddressOfAMasterIsAnAlarm() {
        a.run(pair(100));
        lan.advance(Duration.ofSeconds(20));

        a.machine.receiveFrame("eth0", arp(STRANGER, "10.0.0.44"));
        lan.advance(Duration.ofSeconds(6));
        assertThat(a.events).anyMatch(event -> event.contains(STRANGER.toString()));

        lan.advance(Duration.ofSeconds(60));
        assertThat(a.instance("VI_1").observation().isSplitBrain()).isFalse();
    }

    @Test
    void theInterfacesOfThisNodeAreNoStrangers() {
        MacAddress own = a.machine.addLink("eth1").mac();
        a.run(pair(100));
        lan.advance(Duration.ofSeconds(20));

        a.machine.receiveFrame("eth0", arp(own, "10.0.0.44"));
        a.machine.receiveFrame("eth0", arp(STRANGER, "10.0.0.99"));
        lan.advance(Duration.ofSeconds(6));

        assertThat(a.instance("VI_1").observation().isSplitBrain()).isFalse();
    }

    @Test
    void anAddressOnAnotherInterfaceIsWatchedThere() {
        a.machine.addLink("eth1");
        a.run(instance("VI_1", 51, 100, "10.1.0.44/24 dev eth1"));
        lan.advance(Duration.ofSeconds(20));

        a.machine.receiveFrame("eth1", arp(STRANGER, "10.1.0.44"));
        lan.advance(Duration.ofSeconds(6));

        assertThat(a.events).anyMatch(event -> event.contains(STRANGER.toString()));
    }
}
