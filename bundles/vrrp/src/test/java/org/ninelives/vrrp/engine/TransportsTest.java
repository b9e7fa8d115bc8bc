package org.ninelives.vrrp.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.vrrp.engine.Samples.ELECTION;
import static org.ninelives.vrrp.engine.Samples.VIP;
import static org.ninelives.vrrp.engine.Samples.instance;
import static org.ninelives.vrrp.engine.Samples.pair;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.AddressFlag;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;
import org.ninelives.testkit.Deed;
import org.ninelives.testkit.FakeLan;
import org.ninelives.vrrp.core.State;

class TransportsTest {

    private static final String IPV6 = instance("VI_6", 6, 100, "fe80::44\n2001:db8::44");
    private static final int NEIGHBOUR_FLAGS = 14 + 40 + 4;

    private final FakeLan lan = new FakeLan();
    private final Host a = Host.withEth0(lan, "a", "10.0.0.1/24");
    private final Host b = Host.withEth0(lan, "b", "10.0.0.2/24");

    private static String with(int priority, String lines) {
        return pair(priority).replace("priority", lines + "\npriority");
    }

    private static String hmac(int priority, String key) {
        return "global_defs { vrrp_version 3 }\n"
                + with(
                        priority,
                        "auth_hmac {\n key 1 hex:" + key.repeat(32) + "\n active_key 1\n}");
    }

    @Test
    void strictModeAllowsUnicastOnlyWhereThereIsNoMulticast() {
        a.run("global_defs { vrrp_strict }\n" + with(100, "unicast_peer { 10.0.0.2 }"));
        lan.advance(ELECTION);
        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);
        assertThat(a.status("VI_1").reason()).contains("eth0 has it");

        setMulticast(false);
        lan.advance(ELECTION);
        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);

        setMulticast(true);
        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);
        assertThat(a.addresses()).containsExactly("10.0.0.1/24");
    }

    private void setMulticast(boolean multicast) {
        Link eth0 = a.machine.link("eth0");
        a.machine.change(
                new Link(
                        eth0.index(),
                        eth0.name(),
                        eth0.mac(),
                        eth0.mtu(),
                        eth0.up(),
                        eth0.running(),
                        multicast));
    }

    @Test
    void aReloadGivesTheOpenSocketItsNewBuffer() {
        a.run(with(100, "kernel_rx_buf_size 20000"));
        lan.advance(ELECTION);
        a.machine.clearDeeds();

        a.run(with(100, "kernel_rx_buf_size 50000"));
        a.run(with(100, "kernel_rx_buf_size 50000"));
        a.run(pair(100));

        assertThat(buffersSet()).containsExactly(OptionalInt.of(50_000), OptionalInt.of(1 << 20));
        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
    }

    @Test
    void aSharedSocketHasTheLargestBufferAskedFor() {
        String other = instance("VI_2", 52, 100, "10.0.0.45/24");
        a.run(
                with(100, "kernel_rx_buf_size 20000")
                        + other.replace("priority", "kernel_rx_buf_size 50000\npriority"));
        assertThat(buffersSet()).containsExactly(OptionalInt.of(50_000));
        a.machine.clearDeeds();

        a.run(with(100, "kernel_rx_buf_size 20000"));

        assertThat(buffersSet()).containsExactly(OptionalInt.of(20_000));
    }

    private List<OptionalInt> buffersSet() {
        return a.machine.deeds().stream()
                .filter(Deed.ReceiveBufferSet.class::isInstance)
                .map(deed -> ((Deed.ReceiveBufferSet) deed).bytes())
                .toList();
    }

    @Test
    void anIpv6RouterSpeaksFromItsLinkLocalAddressAndAdvertisesAsRouter() {
        a.machine.addAddress("eth0", "2001:db8::1/64");
        a.machine.addAddress("eth0", "fe80::1/64");
        a.machine.setForwardsIpv6("eth0", true);
        a.run(IPV6);

        lan.advance(ELECTION);

        assertThat(a.status("VI_6").sourceAddress()).isEqualTo("fe80::1");
        assertThat(a.addresses()).contains("fe80::44/128", "2001:db8::44/128");
        assertThat(a.machine.frames())
                .isNotEmpty()
                .allMatch(frame -> (frame.frame().get(NEIGHBOUR_FLAGS) & 0x80) != 0);
    }

    @Test
    void aHostThatDoesNotForwardIsNoRouterToItsNeighbours() {
        a.machine.addAddress("eth0", "fe80::1/64");
        a.run(IPV6);

        lan.advance(ELECTION);

        assertThat(a.machine.frames())
                .isNotEmpty()
                .allMatch(frame -> (frame.frame().get(NEIGHBOUR_FLAGS) & 0x80) == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TENTATIVE", "DAD_FAILED"})
    void anAddressThatIsNotOursYetIsNoSource(AddressFlag flag) {
        b.machine.addAddress("eth0", "fe80::1/64");
        InterfaceAddress address =
                InterfaceAddress.of(a.machine.link("eth0").index(), IpPrefix.of("fe80::1/64"));
        a.machine.addAddress(address.withFlags(Set.of(flag)));
        a.run(IPV6);
        assertThat(a.status("VI_6").reason())
                .contains("no link-local IPv6 address")
                .endsWith(", as another machine has fe80::1 too");

        a.machine.addAddress("eth0", "fe80::7/64");

        assertThat(a.status("VI_6").sourceAddress()).isEqualTo("fe80::7");
        assertThat(a.state("VI_6")).isEqualTo(State.BACKUP);
    }

    @Test
    void routersWithTheSameAhPasswordElectOneMaster() {
        elect(
                with(100, "authentication {\n auth_type AH\n auth_pass secret\n}"),
                with(90, "authentication {\n auth_type AH\n auth_pass secret\n}"));
    }

    @Test
    void routersWithTheSameKeyElectOneMaster() {
        elect(hmac(100, "5a"), hmac(90, "5a"));
    }

    private void elect(String first, String second) {
        a.run(first);
        b.run(second);
        lan.advance(ELECTION.multipliedBy(3));
        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(b.state("VI_1")).isEqualTo(State.BACKUP);
        assertThat(b.instance("VI_1").counters().snapshot().advertRcvd()).isPositive();
    }

    @Test
    void advertsForNobodyHereAreCountedUntilCountersAreCleared() {
        a.run(pair(100));
        b.run(instance("VI_9", 9, 90, "10.0.0.49/24"));
        lan.advance(ELECTION.multipliedBy(2));

        long sent = b.instance("VI_9").counters().snapshot().advertSent();
        assertThat(a.engine().overview().unknownVrids()).isEqualTo(sent).isPositive();

        a.engine().clearCounters();
        assertThat(a.engine().overview().unknownVrids()).isZero();
    }

    @Test
    void aWrongAhPasswordIsExplained() {
        a.run(with(100, "authentication {\n auth_type AH\n auth_pass secret\n}"));
        b.run(with(90, "authentication {\n auth_type AH\n auth_pass other\n}"));

        lan.advance(ELECTION.multipliedBy(2));

        assertThat(b.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(b.instance("VI_1").counters().snapshot().advertRcvd()).isZero();
        assertThat(b.explain("VI_1")).anyMatch(line -> line.contains("passwords and keys"));
    }

    @Test
    void aWrongKeyIsExplained() {
        a.run(hmac(100, "5a"));
        b.run(hmac(90, "6b"));

        lan.advance(ELECTION.multipliedBy(2));

        assertThat(b.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(b.explain("VI_1")).anyMatch(line -> line.contains("passwords and keys"));
    }

    @Test
    void anotherIntervalIsExplained() {
        a.run(pair(100));
        b.run(with(90, "advert_int 2"));

        lan.advance(Duration.ofSeconds(20));

        assertThat(b.explain("VI_1")).anyMatch(line -> line.contains("interval"));
    }

    @Test
    void aPeerThatSeemsNotToHearUsIsExplained() {
        lan.lose(arrival -> arrival.to().equals(b.machine));
        a.run(pair(100));
        b.run(pair(90));

        lan.advance(Duration.ofSeconds(20));

        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(a.explain("VI_1")).anyMatch(line -> line.contains("hear"));
    }

    @Test
    void unicastNeedsNoInterface() {
        String config =
                """
                vrrp_instance VI_1 {
                    virtual_router_id 51
                    priority %d
                    unicast_src_ip 10.0.0.%d
                    unicast_peer {
                        10.0.0.%d
                    }
                    virtual_ipaddress { 10.0.0.44/24 dev eth0 }
                }
                """;
        a.run(config.formatted(100, 1, 2));
        b.run(config.formatted(90, 2, 1));

        lan.advance(ELECTION.multipliedBy(2));

        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(b.state("VI_1")).isEqualTo(State.BACKUP);
        assertThat(a.addresses()).contains(VIP);
    }
}
