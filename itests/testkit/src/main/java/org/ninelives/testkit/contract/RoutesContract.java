package org.ninelives.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.Route;
import org.ninelives.api.system.RouteBuilder;
import org.ninelives.api.system.RouteChange;
import org.ninelives.api.system.RouteFailure;
import org.ninelives.api.system.RouteMode;

/** What becomes of changes to routes, and what is told of their loss. */
public abstract class RoutesContract extends Contract {

    private static final Route PLAIN = RouteBuilder.to("10.9.1.0/24").dev("eth0").build();
    private static final Route VIA = RouteBuilder.to("10.9.2.0/24").via("10.1.0.2").build();
    private static final Route IPV6 = RouteBuilder.to("2001:db8:9::/64").dev("eth0").build();
    private static final Route NOWHERE = RouteBuilder.to("10.9.3.0/24").dev("eth9").build();

    private final RecordingLosses lost = new RecordingLosses();

    @BeforeEach
    void connect() throws Exception {
        rig.addLink("eth0");
        rig.addAddress("eth0", "10.1.0.1/24");
    }

    @Test
    void whatIsAddedIsPresentUntilItIsRemoved() throws Exception {
        Route elsewhere = RouteBuilder.to("10.9.1.0/24").dev("eth0").table(1000).build();
        assertThat(add(PLAIN, VIA, IPV6)).isEmpty();
        assertThat(present(elsewhere, PLAIN, VIA, IPV6)).containsExactly(PLAIN, VIA, IPV6);
        assertThat(remove(PLAIN, IPV6)).isEmpty();
        assertThat(present(PLAIN, VIA, IPV6)).containsExactly(VIA);
    }

    @Test
    void aRouteThatIsThereAlreadyIsDone() throws Exception {
        Route alone = RouteBuilder.to("10.9.4.0/24").dev("eth0").mode(RouteMode.ADD).build();
        assertThat(add(PLAIN, PLAIN, IPV6, IPV6, alone, alone)).isEmpty();
        assertThat(add(PLAIN, IPV6, alone)).isEmpty();
    }

    @Test
    void aRouteThatIsNotThereIsGone() throws Exception {
        assertThat(remove(PLAIN, VIA, IPV6, NOWHERE)).isEmpty();
    }

    @Test
    void aMissingInterfaceIsNamedAndDoesNotStopTheOthers() throws Exception {
        List<RouteFailure> failures = add(PLAIN, NOWHERE, VIA);
        assertThat(failures)
                .extracting(RouteFailure::change)
                .containsExactly(new RouteChange.Add(NOWHERE));
        assertThat(failures.getFirst().cause())
                .hasMessage(
                        "RTM_NEWROUTE 10.9.3.0/24 dev eth9: ENODEV (there is no interface eth9)");
        assertThat(present(PLAIN, VIA)).containsExactly(PLAIN, VIA);
    }

    @Test
    void theInterfaceMayComeLater() throws Exception {
        add(NOWHERE);
        rig.addLink("eth9");
        assertThat(add(NOWHERE)).isEmpty();
        assertThat(present(NOWHERE)).containsExactly(NOWHERE);
    }

    @Test
    void aRouteThatIsToBeAloneIsRefusedBesideAnother() throws Exception {
        Route alone = RouteBuilder.to("10.9.1.0/24").via("10.1.0.2").mode(RouteMode.ADD).build();
        add(PLAIN);
        assertThat(add(alone))
                .extracting(failure -> failure.cause().errno())
                .containsOnly("EEXIST");
        assertThat(present(alone, PLAIN)).containsExactly(PLAIN);
    }

    @Test
    void routesToTheSameStandBesideEachOther() throws Exception {
        Route other = RouteBuilder.to("10.9.1.0/24").via("10.1.0.2").build();
        Route last = RouteBuilder.to("10.9.1.0/24").via("10.1.0.3").mode(RouteMode.APPEND).build();
        assertThat(add(PLAIN, other, last)).isEmpty();
        assertThat(remove(other)).isEmpty();
        assertThat(present(PLAIN, other, last)).containsExactly(PLAIN, last);
    }

    @Test
    void aRouteRemovedByOthersIsToldToBeLost() throws Exception {
        add(VIA);
        watch();
        add(PLAIN, IPV6);
        rig.removeRoute(VIA);
        rig.until("the loss of an earlier one", () -> lost.routes().equals(List.of(VIA)));
        rig.removeRoute(PLAIN);
        rig.removeRoute(IPV6);
        rig.until("the loss of all", () -> lost.routes().equals(List.of(VIA, PLAIN, IPV6)));
    }

    @Test
    void ownRemovalsAreNotTold() throws Exception {
        watch();
        add(PLAIN, VIA);
        remove(PLAIN);
        rig.removeRoute(VIA);
        rig.until("the loss", () -> !lost.routes().isEmpty());
        assertThat(lost.routes()).containsExactly(VIA);
    }

    @Test
    void routesOfOthersAreNotTold() throws Exception {
        watch();
        rig.addRoute(PLAIN);
        rig.removeRoute(PLAIN);
        add(VIA);
        rig.removeRoute(VIA);
        rig.until("the loss", () -> !lost.routes().isEmpty());
        assertThat(lost.routes()).containsExactly(VIA);
    }

    @Test
    void aRouteThatWasLostAndPutBackIsWatchedAgain() throws Exception {
        watch();
        add(PLAIN);
        rig.removeRoute(PLAIN);
        rig.until("the first loss", () -> lost.routes().size() == 1);
        add(PLAIN);
        rig.removeRoute(PLAIN);
        rig.until("the second loss", () -> lost.routes().size() == 2);
    }

    @Test
    void routesAreLostWithTheirInterface() throws Exception {
        watch();
        add(PLAIN, IPV6);
        rig.setUp("eth0", false);
        rig.until("the loss", () -> lost.routes().size() == 2);
        assertThat(lost.routes()).containsExactlyInAnyOrder(PLAIN, IPV6);
    }

    @Test
    void routesAreLostWithAnInterfaceThatGoes() throws Exception {
        watch();
        add(PLAIN);
        rig.removeLink("eth0");
        rig.until("the loss", () -> lost.routes().equals(List.of(PLAIN)));
    }

    @Test
    void aRouteIsLostWithItsSourceAddress() throws Exception {
        rig.addAddress("eth0", "10.2.0.1/24");
        Route route =
                RouteBuilder.to("10.9.5.0/24")
                        .dev("eth0")
                        .preferredSource(IpAddress.of("10.2.0.1"))
                        .build();
        watch();
        assertThat(add(route, PLAIN)).isEmpty();
        rig.removeAddress("eth0", "10.2.0.1/24");
        rig.until("the loss", () -> lost.routes().equals(List.of(route)));
    }

    @Test
    void manyRoutesAreAddedAndRemoved() throws Exception {
        Route[] many =
                IntStream.range(0, 1000)
                        .mapToObj(i -> "10." + (100 + i / 250) + "." + i % 250 + ".0/24")
                        .map(prefix -> RouteBuilder.to(prefix).dev("eth0").build())
                        .toArray(Route[]::new);
        assertThat(add(many)).isEmpty();
        assertThat(present(many)).containsExactly(many);
        assertThat(remove(many)).isEmpty();
        assertThat(present(many)).isEmpty();
    }

    @Test
    void manyRefusalsAreAllTold() throws Exception {
        // Refused one by one: a route to be alone beside another.
        Route alone = RouteBuilder.to("10.9.1.0/24").via("10.1.0.2").mode(RouteMode.ADD).build();
        add(PLAIN);
        Route[] all = Collections.nCopies(300, alone).toArray(Route[]::new);
        assertThat(add(all)).hasSize(300);
    }

    @Test
    void nothingToDoIsDone() throws Exception {
        assertThat(add()).isEmpty();
        assertThat(present()).isEmpty();
    }

    private void watch() throws Exception {
        rig.on(
                loop,
                () -> {
                    loop.routes().watch(lost);
                    return null;
                });
    }

    private List<RouteFailure> add(Route... routes) throws Exception {
        return apply(RouteChange.Add::new, routes);
    }

    private List<RouteFailure> remove(Route... routes) throws Exception {
        return apply(RouteChange.Remove::new, routes);
    }

    private List<RouteFailure> apply(Function<Route, RouteChange> change, Route... routes)
            throws Exception {
        List<RouteChange> changes = Arrays.stream(routes).map(change).toList();
        return rig.on(loop, () -> loop.routes().apply(changes));
    }

    private List<Route> present(Route... routes) throws Exception {
        return rig.on(loop, () -> loop.routes().present(List.of(routes)));
    }
}
