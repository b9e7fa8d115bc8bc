package org.ninelives.linux.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.NextHop;
import org.ninelives.api.system.Realms;
import org.ninelives.api.system.Route;
import org.ninelives.api.system.RouteBuilder;
import org.ninelives.api.system.RouteChange;
import org.ninelives.api.system.RouteEncap;
import org.ninelives.api.system.RouteFailure;
import org.ninelives.api.system.RouteMetric;
import org.ninelives.api.system.RouteMetrics;
import org.ninelives.api.system.RouteMode;
import org.ninelives.api.system.RoutePreference;
import org.ninelives.api.system.RouteTable;
import org.ninelives.api.system.RouteType;
import org.ninelives.testkit.contract.RecordingTask;

/** Each attribute of a route as ip(8) sees it in the kernel. */
@Tag("kernel")
class KernelRouteAttributesTest {

    private static final Optional<IpAddress> GATEWAY = Optional.of(IpAddress.of("10.1.0.2"));
    private static final Optional<InterfaceName> ETH0 = Optional.of(new InterfaceName("eth0"));

    private KernelRig rig;
    private Loop loop;

    @BeforeEach
    void start() throws Exception {
        rig = new KernelRig();
        loop = rig.start(new RecordingTask());
        rig.addLink("eth0");
        rig.ip(List.of("addr add 10.1.0.1/24 dev eth0", "addr add 2001:db8::1/64 dev eth0 nodad"));
    }

    @AfterEach
    void stop() {
        if (loop != null) {
            loop.close();
            rig.close();
        }
    }

    @ParameterizedTest
    @MethodSource
    void theKernelHasWhatWasAsked(String shown, RouteBuilder builder) throws Exception {
        Route route = builder.build();
        List<RouteFailure> failures = apply(new RouteChange.Add(route));
        Assumptions.assumeFalse(
                failures.stream().anyMatch(f -> f.cause().errno().equals("EOPNOTSUPP")),
                () -> "this kernel lacks it: " + failures.getFirst().cause().getMessage());
        assertThat(failures).isEmpty();
        assertThat(routes()).singleElement().asString().contains(shown);
        assertThat(rig.on(loop, () -> loop.routes().present(List.of(route))))
                .containsExactly(route);

        assertThat(apply(new RouteChange.Remove(route))).isEmpty();
        assertThat(routes()).isEmpty();
    }

    static Stream<Arguments> theKernelHasWhatWasAsked() {
        return Stream.of(
                arguments(
                        "unicast 10.9.0.0/16 dev eth0 table main proto keepalived scope global",
                        plain()),
                arguments("unicast default dev eth0", RouteBuilder.to("0.0.0.0/0").dev("eth0")),
                arguments("unicast default dev eth0", RouteBuilder.to("::/0").dev("eth0")),
                arguments("via 10.1.0.2 dev eth0", via()),
                arguments("via inet6 fe80::2 dev eth0", hop(IpAddress.of("fe80::2"), false, null)),
                arguments("onlink", hop(IpAddress.of("10.77.0.1"), true, null)),
                arguments(
                        "local 10.9.0.1 dev lo table main proto keepalived scope host",
                        RouteBuilder.to("10.9.0.1").type(RouteType.LOCAL).dev("lo")),
                arguments(
                        "broadcast 10.9.0.0/16 dev eth0 table main proto keepalived scope link",
                        plain().type(RouteType.BROADCAST)),
                arguments(
                        "multicast 239.0.0.0/8 dev eth0 table main proto keepalived scope link",
                        RouteBuilder.to("239.0.0.0/8").type(RouteType.MULTICAST).dev("eth0")),
                arguments(
                        "anycast 2001:db8:9::1 dev eth0",
                        RouteBuilder.to("2001:db8:9::1").type(RouteType.ANYCAST).dev("eth0")),
                arguments("blackhole 10.9.0.0/16", nowhere(RouteType.BLACKHOLE)),
                arguments("unreachable 10.9.0.0/16", nowhere(RouteType.UNREACHABLE)),
                arguments("prohibit 10.9.0.0/16", nowhere(RouteType.PROHIBIT)),
                arguments("throw 10.9.0.0/16", nowhere(RouteType.THROW)),
                arguments(
                        "blackhole 2001:db8:9::/48 dev lo",
                        RouteBuilder.to("2001:db8:9::/48").type(RouteType.BLACKHOLE)),
                arguments(
                        "unreachable 2001:db8:9::/48 dev lo",
                        RouteBuilder.to("2001:db8:9::/48").type(RouteType.UNREACHABLE).dev("lo")),
                arguments(
                        "2001:db8:9::/48 from 2001:db8:8::/48 dev eth0",
                        ipv6().from(IpPrefix.of("2001:db8:8::/48"))),
                arguments("tos 0x10", plain().tos(16)),
                arguments("table 100 ", plain().table(100)),
                arguments("table 4294967295 ", plain().table(4294967295L)),
                arguments("table 70000 ", ipv6().table(70_000)),
                arguments("proto bird", plain().protocol(12)),
                arguments("proto bird", ipv6().protocol(12)),
                arguments("scope link", plain().scope(253)),
                arguments("scope site", plain().scope(200)),
                arguments("metric 4294967295", plain().metric(4294967295L)),
                arguments("metric 1024", ipv6()),
                arguments("metric 5", ipv6().metric(5)),
                arguments("src 10.1.0.1", plain().preferredSource(IpAddress.of("10.1.0.1"))),
                arguments("src 2001:db8::1", ipv6().preferredSource(IpAddress.of("2001:db8::1"))),
                arguments("realms 3/4", plain().realms(new Realms(3, 4))),
                arguments("realm 7", nowhere(RouteType.UNREACHABLE).realms(new Realms(0, 7))),
                arguments("pref high", ipv6().preference(RoutePreference.HIGH)),
                arguments("pref low", ipv6().preference(RoutePreference.LOW)),
                arguments("expires ", ipv6().expiresSeconds(1000)),
                // Routes of IP take it and do not show it.
                arguments("via 10.1.0.2", via().ttlPropagate(true)),
                arguments("10.9.0.0/16", plain().mode(RouteMode.ADD)),
                arguments("10.9.0.0/16", plain().mode(RouteMode.APPEND)),
                arguments("mtu lock 1400", metric(RouteMetric.MTU, 1400, true)),
                arguments("window 10", metric(RouteMetric.WINDOW, 10, false)),
                arguments("rtt 200ms", metric(RouteMetric.RTT, 1600, false)),
                arguments("rttvar lock 200ms", metric(RouteMetric.RTTVAR, 800, true)),
                arguments("ssthresh 11", metric(RouteMetric.SSTHRESH, 11, false)),
                arguments("cwnd lock 12", metric(RouteMetric.CWND, 12, true)),
                arguments("advmss 1300", metric(RouteMetric.ADVMSS, 1300, false)),
                arguments("reordering 13", metric(RouteMetric.REORDERING, 13, false)),
                arguments("hoplimit 14", metric(RouteMetric.HOPLIMIT, 14, false)),
                arguments("initcwnd 15", metric(RouteMetric.INITCWND, 15, false)),
                arguments("features ecn", metric(RouteMetric.FEATURES, 1, false)),
                arguments("rto_min lock 300ms", metric(RouteMetric.RTO_MIN, 300, true)),
                arguments("initrwnd 16", metric(RouteMetric.INITRWND, 16, false)),
                arguments("quickack 1", metric(RouteMetric.QUICKACK, 1, false)),
                arguments("fastopen_no_cookie 1", metric(RouteMetric.FASTOPEN_NO_COOKIE, 1, false)),
                arguments(
                        "congctl lock reno",
                        plain().metrics(new RouteMetrics(Map.of(), Optional.of("reno"), true))),
                arguments(
                        "encap ip id 5 src 10.1.0.1 dst 10.1.0.9 ttl 6 tos 8 key",
                        encap(
                                new RouteEncap.Ip(
                                        5,
                                        GATEWAY.map(g -> IpAddress.of("10.1.0.9")),
                                        Optional.of(IpAddress.of("10.1.0.1")),
                                        8,
                                        6,
                                        4))),
                arguments(
                        "encap ip6 id 5 src 2001:db8::1 dst 2001:db8::9 hoplimit 6 tc 8",
                        encap(
                                new RouteEncap.Ip6(
                                        5,
                                        Optional.of(IpAddress.of("2001:db8::9")),
                                        Optional.of(IpAddress.of("2001:db8::1")),
                                        8,
                                        6,
                                        0))),
                arguments("encap mpls 100/200", encap(new RouteEncap.Mpls(List.of(100, 200)))),
                arguments("encap ila 2001:db8:0:1", encap(new RouteEncap.Ila(0x20010db800000001L))),
                arguments(
                        "table main proto keepalived scope global nexthop via 10.1.0.2 dev eth0"
                                + " weight 3 nexthop via 10.1.0.3 dev eth0 weight 256 onlink",
                        RouteBuilder.to("10.9.0.0/16")
                                .nextHop(new NextHop(GATEWAY, ETH0, 3, false, none(), Realms.NONE))
                                .nextHop(
                                        new NextHop(
                                                Optional.of(IpAddress.of("10.1.0.3")),
                                                ETH0,
                                                256,
                                                true,
                                                none(),
                                                Realms.NONE))),
                arguments(
                        "nexthop via 10.1.0.2 realm 5",
                        RouteBuilder.to("10.9.0.0/16")
                                .nextHop(
                                        new NextHop(
                                                GATEWAY, ETH0, 1, false, none(), new Realms(0, 5)))
                                .via("10.1.0.3")),
                arguments(
                        "nexthop encap ip id 7",
                        RouteBuilder.to("10.9.0.0/16")
                                .nextHop(
                                        new NextHop(
                                                GATEWAY,
                                                ETH0,
                                                1,
                                                false,
                                                Optional.of(
                                                        new RouteEncap.Ip(
                                                                7, GATEWAY, none(), 0, 0, 0)),
                                                Realms.NONE))
                                .via("10.1.0.3")),
                arguments(
                        "nexthop via 2001:db8::3 dev eth0 weight 2",
                        RouteBuilder.to("2001:db8:9::/48")
                                .via("2001:db8::2")
                                .nextHop(
                                        new NextHop(
                                                Optional.of(IpAddress.of("2001:db8::3")),
                                                ETH0,
                                                2,
                                                false,
                                                none(),
                                                Realms.NONE))));
    }

    @Test
    void aRouteStandsInTheTableOfItsVrf() throws Exception {
        Route route = plain().table(new RouteTable.OfVrf(new InterfaceName("red"))).build();
        assertThat(apply(new RouteChange.Add(route)))
                .extracting(failure -> failure.cause().getMessage())
                .containsExactly(
                        "RTM_NEWROUTE 10.9.0.0/16 dev eth0 vrf red: ENODEV (there is no interface"
                                + " red)");
        try {
            rig.ip(List.of("link add red type vrf table 77"));
        } catch (Exception e) {
            Assumptions.abort("this kernel has no VRF: " + e.getMessage());
        }
        assertThat(apply(new RouteChange.Add(route))).isEmpty();
        assertThat(routes()).singleElement().asString().contains("table 77");
    }

    @Test
    void anInterfaceThatIsNoVrfHasNoTable() throws Exception {
        Route route = plain().table(new RouteTable.OfVrf(new InterfaceName("eth0"))).build();
        assertThat(apply(new RouteChange.Add(route)))
                .extracting(failure -> failure.cause().getMessage())
                .containsExactly(
                        "RTM_NEWROUTE 10.9.0.0/16 dev eth0 vrf eth0: EINVAL (interface eth0 is not"
                                + " a VRF)");
    }

    @Test
    void theKernelSaysWhyItRefuses() throws Exception {
        assertThat(
                        apply(
                                new RouteChange.Add(
                                        RouteBuilder.to("10.9.0.0/16").via("10.7.0.1").build())))
                .extracting(failure -> failure.cause().getMessage())
                .containsExactly(
                        "RTM_NEWROUTE 10.9.0.0/16 via 10.7.0.1: ENETUNREACH (Nexthop has invalid"
                                + " gateway)");
    }

    private static RouteBuilder plain() {
        return RouteBuilder.to("10.9.0.0/16").dev("eth0");
    }

    private static RouteBuilder ipv6() {
        return RouteBuilder.to("2001:db8:9::/48").dev("eth0");
    }

    private static RouteBuilder via() {
        return RouteBuilder.to("10.9.0.0/16").via("10.1.0.2");
    }

    private static RouteBuilder nowhere(RouteType type) {
        return RouteBuilder.to("10.9.0.0/16").type(type);
    }

    private static RouteBuilder encap(RouteEncap encap) {
        return hop(IpAddress.of("10.1.0.2"), false, encap);
    }

    private static RouteBuilder hop(IpAddress gateway, boolean onlink, RouteEncap encap) {
        return RouteBuilder.to("10.9.0.0/16")
                .nextHop(
                        new NextHop(
                                Optional.of(gateway),
                                ETH0,
                                1,
                                onlink,
                                Optional.ofNullable(encap),
                                Realms.NONE));
    }

    private static <T> Optional<T> none() {
        return Optional.empty();
    }

    private static RouteBuilder metric(RouteMetric metric, long number, boolean locked) {
        return plain().metrics(
                        new RouteMetrics(
                                Map.of(metric, new RouteMetrics.Value(number, locked)),
                                Optional.empty(),
                                false));
    }

    private List<RouteFailure> apply(RouteChange change) throws Exception {
        return rig.on(loop, () -> loop.routes().apply(List.of(change)));
    }

    /** The routes that are not the kernel's own, each as one line. */
    private List<String> routes() throws Exception {
        String all =
                rig.show("-d -4 route show table all") + rig.show("-d -6 route show table all");
        return all.replaceAll("\n?[ \t]*\n?\tnexthop", " nexthop")
                .lines()
                .map(line -> line.replaceAll("\\s+", " "))
                .filter(line -> !line.contains("proto kernel"))
                .toList();
    }
}
