package org.ninelives.vrrp.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.vrrp.engine.Samples.ELECTION;
import static org.ninelives.vrrp.engine.Samples.instance;
import static org.ninelives.vrrp.engine.Samples.pair;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ninelives.testkit.Deed;
import org.ninelives.testkit.FakeLan;
import org.ninelives.vrrp.core.State;

class AnnouncementsTest {

    private static final int SENDER_ADDRESS = 14 + 14;
    private static final int SENDER_ADDRESS_END = 14 + 17;
    private static final long INTERVAL_NANOS = 1_000_000_000L;

    private final FakeLan lan = new FakeLan();
    private final Host a = Host.withEth0(lan, "a", "10.0.0.1/24");

    private static String many(String network, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> network + (i / 250) + "." + (i % 250 + 1) + "/16")
                .collect(Collectors.joining("\n"));
    }

    private List<Deed.Frame> framesOn(String link) {
        return a.machine.frames().stream().filter(frame -> frame.link().equals(link)).toList();
    }

    @Test
    void aGroupOfInterfacesSharesItsPace() {
        a.machine.addLink("eth1");
        a.machine.addAddress("eth1", "10.1.0.1/24");
        a.run(
                "garp_group {\n garp_interval 0.1\n interfaces {\n eth0\n eth1\n }\n}\n"
                        + pair(100)
                        + instance("VI_2", 2, 100, "10.1.0.44/24").replace("eth0", "eth1"));

        lan.advance(ELECTION);

        List<Long> times = a.machine.frames().stream().map(Deed.Frame::nanos).toList();
        assertThat(framesOn("eth0")).isNotEmpty();
        assertThat(framesOn("eth1")).isNotEmpty();
        for (int i = 1; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - 1)).isGreaterThanOrEqualTo(100_000_000L);
        }
    }

    @Test
    void neighbourAdvertisementsKeepAPaceOfTheirOwn() {
        assertThat(shortestGapOfNeighbourAdvertisements("vrrp_garp_interval 0.25")).isZero();
        assertThat(shortestGapOfNeighbourAdvertisements("vrrp_gna_interval 0.25"))
                .isEqualTo(Duration.ofMillis(250).toNanos());
    }

    private static long shortestGapOfNeighbourAdvertisements(String globals) {
        FakeLan own = new FakeLan();
        Host host = Host.withEth0(own, "host", "fe80::1/64");
        host.run(
                "global_defs { "
                        + globals
                        + " }\n"
                        + instance("VI_6", 6, 100, "fe80::44\n2001:db8::44\n2001:db8::45"));
        own.advance(Duration.ofSeconds(20));
        List<Long> times = host.machine.frames().stream().map(Deed.Frame::nanos).toList();
        return IntStream.range(1, times.size())
                .mapToLong(i -> times.get(i) - times.get(i - 1))
                .min()
                .orElseThrow();
    }

    @Test
    void aVmacIsAnnouncedNowAndThenAsLongAsItIsMaster() {
        a.run(pair(100).replace("priority", "use_vmac\ngarp_extra_if 10\npriority"));
        lan.advance(Duration.ofSeconds(15));
        a.machine.clearDeeds();

        lan.advance(Duration.ofSeconds(30));
        assertThat(framesOn("vrrp.51")).hasSize(3);

        a.stop();
        a.machine.clearDeeds();
        lan.advance(Duration.ofSeconds(30));
        assertThat(a.machine.frames()).isEmpty();
    }

    @Test
    void framesOfAnAddressNameIt() {
        a.run(pair(100));

        lan.advance(ELECTION);

        assertThat(a.machine.frames())
                .isNotEmpty()
                .allMatch(frame -> frame.frame().get(SENDER_ADDRESS_END) == 44);
    }

    @Test
    void allAddressesOfATakeoverAreToldOnceBeforeAnyIsToldAgain() {
        a.run(
                instance("VI_1", 1, 100, many("10.20.", 300))
                                .replace("virtual_ipaddress", "virtual_ipaddress_excluded")
                        + instance("VI_2", 2, 100, many("10.21.", 300))
                                .replace("virtual_ipaddress", "virtual_ipaddress_excluded"));

        lan.advance(ELECTION);

        List<Integer> told =
                a.machine.frames().stream()
                        .map(frame -> frame.frame().getInt(SENDER_ADDRESS))
                        .toList();
        assertThat(told).hasSizeGreaterThan(600);
        assertThat(told.subList(0, 600)).doesNotHaveDuplicates();
    }

    @Test
    void thousandsOfAddressesDelayNoAdvertOfOthers() {
        a.run(
                instance("VI_1", 1, 100, "10.0.0.41/24")
                        + instance("VI_2", 2, 99, many("10.20.", 2500))
                                .replace("virtual_ipaddress", "virtual_ipaddress_excluded")
                        + instance("VI_3", 3, 99, many("10.21.", 2500))
                                .replace("virtual_ipaddress", "virtual_ipaddress_excluded"));
        lan.advance(Duration.ofSeconds(20));

        assertThat(a.state("VI_3")).isEqualTo(State.MASTER);
        assertThat(a.addresses()).hasSize(5002);
        List<Long> times =
                a.machine.adverts().stream()
                        .filter(advert -> advert.packet().get(21) == 1)
                        .map(Deed.Advert::nanos)
                        .toList();
        for (int i = 1; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - 1)).isEqualTo(INTERVAL_NANOS);
        }
    }

    @Test
    void aThousandInterfacesThatComeAndGoAreNoConcernOfTheRouters() {
        a.run(pair(100));
        lan.advance(ELECTION);
        a.events.clear();
        a.machine.clearDeeds();

        for (int i = 0; i < 1000; i++) {
            a.machine.addLink("veth" + i);
        }
        for (int i = 0; i < 1000; i++) {
            a.machine.removeLink("veth" + i);
        }

        assertThat(a.events).isEmpty();
        assertThat(a.machine.deeds()).isEmpty();
        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
    }

    @Test
    void anInterfaceThatIsMadeAnewIsTakenUpAgain() {
        a.run(pair(100));
        lan.advance(ELECTION);
        a.machine.removeLink("eth0");
        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);

        a.machine.addLink("eth0");
        a.machine.addAddress("eth0", "10.0.0.1/24");
        lan.advance(ELECTION);

        assertThat(a.addresses()).containsExactly("10.0.0.1/24", "10.0.0.44/24");
        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
    }
}
