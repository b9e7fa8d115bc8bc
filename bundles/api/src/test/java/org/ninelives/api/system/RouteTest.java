package org.ninelives.api.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;

class RouteTest {

    private static final Optional<InterfaceName> ETH0 = Optional.of(new InterfaceName("eth0"));

    @Test
    void logsNameARouteAsIpDoes() {
        assertThat(RouteBuilder.to("10.9.0.0/16").via("10.1.0.2").build())
                .hasToString("10.9.0.0/16 via 10.1.0.2");
        assertThat(RouteBuilder.to("10.9.0.0/16").type(RouteType.BLACKHOLE).table(7).build())
                .hasToString("blackhole 10.9.0.0/16 table 7");
        assertThat(RouteBuilder.to("10.9.0.0/16").via("10.1.0.2").dev("eth0").metric(5).build())
                .hasToString("10.9.0.0/16 nexthop via 10.1.0.2 nexthop dev eth0 metric 5");
        assertThat(
                        RouteBuilder.to("2001:db8::/32")
                                .from(IpPrefix.of("2001:db8:1::/48"))
                                .dev("eth0")
                                .table(new RouteTable.OfVrf(new InterfaceName("red")))
                                .build())
                .hasToString("2001:db8::/32 from 2001:db8:1::/48 dev eth0 vrf red");
    }

    @Test
    void theSameWordsMakeTheSameRoute() {
        assertThat(RouteBuilder.to("10.9.0.0/16").dev("eth0").build())
                .isEqualTo(RouteBuilder.to("10.9.0.0/16").dev("eth0").build())
                .isNotEqualTo(RouteBuilder.to("10.9.0.0/16").dev("eth0").metric(1).build());
    }

    @Test
    void whatTheKernelCannotHaveIsRefused() {
        refused(
                () -> RouteBuilder.to("10.9.0.5/16").build(),
                "10.9.0.5/16 has bits behind its prefix length; write 10.9.0.0/16");
        refused(
                () -> RouteBuilder.to("10.9.0.0/16").from(IpPrefix.of("10.8.0.0/16")).build(),
                "from 10.8.0.0/16 is for IPv6 routes only");
        refused(() -> RouteBuilder.to("10.9.0.0/16").tos(256).build(), "tos 256 is not in 0..255");
        refused(
                () -> RouteBuilder.to("10.9.0.0/16").protocol(0).build(),
                "protocol 0 is not in 1..255");
        refused(() -> RouteBuilder.to("10.9.0.0/16").table(0), "table 0 is not in 1..4294967295");
        refused(
                () -> new NextHop(Optional.empty(), ETH0, 0, false, Optional.empty(), Realms.NONE),
                "weight 0 is not in 1..256");
        refused(
                () -> new NextHop(Optional.empty(), ETH0, 1, true, Optional.empty(), Realms.NONE),
                "onlink needs via");
        refused(
                () ->
                        new RouteEncap.Ip(
                                0,
                                Optional.of(IpAddress.of("2001:db8::1")),
                                Optional.empty(),
                                0,
                                0,
                                0),
                "encap dst 2001:db8::1 is not an IPv4 address");
        refused(() -> new RouteEncap.Mpls(List.of()), "number of labels 0 is not in 1..30");
    }

    @Test
    void moreHopsThanFitAreRefused() {
        RouteBuilder route = RouteBuilder.to("10.9.0.0/16");
        for (int i = 0; i <= Route.NEXT_HOPS_MAX; i++) {
            route.dev("eth" + i);
        }
        refused(route::build, "number of next hops 33 is not in 0..32");
    }

    @Test
    void metricsAreInTheOrderOfTheKernel() {
        RouteMetrics metrics =
                new RouteMetrics(
                        Map.of(
                                RouteMetric.RTT, new RouteMetrics.Value(1, false),
                                RouteMetric.MTU, new RouteMetrics.Value(2, false)),
                        Optional.empty(),
                        false);
        assertThat(metrics.numbers().keySet()).containsExactly(RouteMetric.MTU, RouteMetric.RTT);
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
