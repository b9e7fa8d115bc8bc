package org.ninelives.linux.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.NetlinkBuffers;
import org.ninelives.api.system.NextHop;
import org.ninelives.api.system.Realms;
import org.ninelives.api.system.Route;
import org.ninelives.api.system.RouteBuilder;
import org.ninelives.api.system.RouteChange;
import org.ninelives.api.system.RouteFailure;
import org.ninelives.api.system.Rule;
import org.ninelives.api.system.RuleAction;
import org.ninelives.api.system.RuleBuilder;
import org.ninelives.api.system.RuleChange;
import org.ninelives.testkit.contract.RecordingLosses;
import org.ninelives.testkit.contract.RecordingTask;

/** Ways in which the kernel lets routes and rules go that a fake machine does not know. */
@Tag("kernel")
class KernelRouteLossTest {

    /** The least the kernel grants. */
    private static final int SMALL_BUFFER = 1;

    private static final Route PLAIN = RouteBuilder.to("10.9.1.0/24").dev("eth0").build();
    private static final Route IPV6 =
            RouteBuilder.to("2001:db8:9::/64").dev("eth0").metric(5).build();
    private static final Rule RULE =
            RuleBuilder.of(IpAddress.Family.IPV6, 1000, RuleAction.Lookup.of(100))
                    .from(IpPrefix.of("2001:db8::/32"))
                    .build();

    private final RecordingLosses lost = new RecordingLosses();
    private KernelRig rig;
    private Loop loop;

    @BeforeEach
    void start() throws Exception {
        rig = new KernelRig();
        loop = rig.start(new RecordingTask());
        rig.addLink("eth0");
        rig.addAddress("eth0", "10.1.0.1/24");
        OptionalInt small = OptionalInt.of(SMALL_BUFFER);
        rig.on(
                loop,
                () -> {
                    loop.setNetlinkBuffers(new NetlinkBuffers(small, false, small, false));
                    loop.routes().watch(lost);
                    loop.rules().watch(lost);
                    return null;
                });
    }

    @AfterEach
    void stop() {
        if (loop != null) {
            loop.close();
            rig.close();
        }
    }

    @Test
    void aRouteThatAnotherReplacesIsLost() throws Exception {
        add(PLAIN, IPV6);
        rig.ip(
                List.of(
                        "route replace 10.9.1.0/24 via 10.1.0.2 proto static",
                        "route replace 2001:db8:9::/64 via fe80::2 dev eth0 metric 5"));
        rig.until("the loss", () -> lost.routes().size() == 2);
        assertThat(lost.routes()).containsExactly(PLAIN, IPV6);
    }

    @Test
    void routesAreLostWithTheLastAddressOfTheirInterface() throws Exception {
        add(PLAIN);
        rig.removeAddress("eth0", "10.1.0.1/24");
        rig.until("the loss", () -> lost.routes().equals(List.of(PLAIN)));
    }

    @Test
    void aSameRouteOfAnotherProtocolIsNotOurs() throws Exception {
        add(PLAIN);
        rig.ip(
                List.of(
                        "route append 10.9.1.0/24 dev eth0 proto static",
                        "route del 10.9.1.0/24 dev eth0 proto keepalived"));
        rig.until("the loss", () -> lost.routes().equals(List.of(PLAIN)));
    }

    @Test
    void aRouteThatIpv6JoinedToAnotherIsStillThere() throws Exception {
        Route route =
                RouteBuilder.to("2001:db8:7::/64")
                        .nextHop(
                                new NextHop(
                                        Optional.of(IpAddress.of("fe80::2")),
                                        Optional.of(new InterfaceName("eth0")),
                                        1,
                                        false,
                                        Optional.empty(),
                                        Realms.NONE))
                        .build();
        rig.ip(List.of("route add 2001:db8:7::/64 via fe80::3 dev eth0 proto static"));
        add(route, route);
        assertThat(rig.on(loop, () -> loop.routes().present(List.of(route))))
                .containsExactly(route);
    }

    @Test
    void theSameRouteOfAnotherIsInTheWayOfIpv6() throws Exception {
        rig.ip(List.of("route add 2001:db8:9::/64 dev eth0 metric 5 proto static"));
        assertThat(apply(IPV6))
                .extracting(failure -> failure.cause().errno())
                .containsExactly("EEXIST");
    }

    @Test
    void aRuleOfIpv6IsLost() throws Exception {
        rig.on(loop, () -> loop.rules().apply(List.of(new RuleChange.Add(RULE))));
        rig.show("-6 rule del preference 1000");
        rig.until("the loss", () -> lost.rules().equals(List.of(RULE)));
    }

    @Test
    void lostEventsAreMadeUpFor() throws Exception {
        Route[] many =
                IntStream.range(0, 500)
                        .mapToObj(i -> "10." + (100 + i / 250) + "." + i % 250 + ".0/24")
                        .map(prefix -> RouteBuilder.to(prefix).dev("eth0").build())
                        .toArray(Route[]::new);
        add(many);
        add(PLAIN);
        CountDownLatch changed = new CountDownLatch(1);
        loop.post(() -> awaitUninterruptibly(changed)); // The loop reads nothing meanwhile.
        rig.ip(Arrays.stream(many).map(route -> "route del " + route).toList());
        changed.countDown();
        rig.until("the loss of all but one", () -> lost.routes().size() == many.length);
        assertThat(lost.routes()).containsExactlyInAnyOrder(many);
    }

    private void add(Route... routes) throws Exception {
        assertThat(apply(routes)).isEmpty();
    }

    private List<RouteFailure> apply(Route... routes) throws Exception {
        List<RouteChange> changes =
                Arrays.stream(routes).<RouteChange>map(RouteChange.Add::new).toList();
        return rig.on(loop, () -> loop.routes().apply(changes));
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
