package org.ninelives.linux.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.net.MacAddress;
import org.ninelives.api.system.AddressChange;
import org.ninelives.api.system.AddressFailure;
import org.ninelives.api.system.AdvertSocket;
import org.ninelives.api.system.EchoProbe;
import org.ninelives.api.system.FirewallState;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.NetlinkBuffers;
import org.ninelives.api.system.Route;
import org.ninelives.api.system.RouteBuilder;
import org.ninelives.api.system.RouteChange;
import org.ninelives.api.system.Rule;
import org.ninelives.api.system.RuleAction;
import org.ninelives.api.system.RuleBuilder;
import org.ninelives.api.system.RuleChange;
import org.ninelives.api.system.SystemException;
import org.ninelives.api.system.VirtualLinkKind;
import org.ninelives.api.system.VirtualLinkRequest;
import org.ninelives.testkit.contract.RecordingListener;
import org.ninelives.testkit.contract.RecordingReceiver;
import org.ninelives.testkit.contract.RecordingTask;

/** A process without rights can look, and is told which right it lacks to do more. */
@Tag("kernel")
class KernelRightsTest {

    private final RecordingListener told = new RecordingListener();
    private Namespace namespace;
    private Loop loop;

    @BeforeEach
    void startWithoutRights() throws Exception {
        namespace = new Namespace();
        namespace.dropRights();
        loop = namespace.run(() -> new LinuxMachine().startLoop("test", new RecordingTask()));
        onLoop(
                () -> {
                    loop.links().watch(told);
                    return null;
                });
    }

    @AfterEach
    void stop() {
        if (loop != null) {
            loop.close();
        }
        if (namespace != null) {
            namespace.close();
        }
    }

    @Test
    void interfacesCanBeSeen() {
        assertThat(told.sawLink("lo", Link::up)).isTrue();
    }

    @Test
    void anAddressNeedsNetAdmin() throws Exception {
        int lo = onLoop(() -> loop.links().find(new InterfaceName("lo"))).orElseThrow().index();
        AddressChange add =
                new AddressChange.Add(InterfaceAddress.of(lo, IpPrefix.of("10.0.0.5/24")));
        List<AddressFailure> failures = onLoop(() -> loop.addresses().apply(List.of(add)));
        assertThat(failures).hasSize(1);
        assertThat(failures.getFirst().cause())
                .hasMessage("RTM_NEWADDR 10.0.0.5/24 on lo: EPERM (needs CAP_NET_ADMIN)")
                .matches(SystemException::isPermissionMissing);
    }

    @Test
    void routesAndRulesNeedNetAdmin() throws Exception {
        Route route = RouteBuilder.to("10.9.0.0/16").dev("lo").build();
        Rule rule = RuleBuilder.of(IpAddress.Family.IPV4, 10, RuleAction.Lookup.of(100)).build();
        assertThat(onLoop(() -> loop.routes().apply(List.of(new RouteChange.Add(route)))))
                .extracting(failure -> failure.cause().getMessage())
                .containsExactly("RTM_NEWROUTE 10.9.0.0/16 dev lo: EPERM (needs CAP_NET_ADMIN)");
        assertThat(onLoop(() -> loop.rules().apply(List.of(new RuleChange.Add(rule)))))
                .extracting(failure -> failure.cause().getMessage())
                .containsExactly(
                        "RTM_NEWRULE 10: from all lookup 100: EPERM (needs CAP_NET_ADMIN)");
        assertThat(onLoop(() -> loop.routes().present(List.of(route)))).isEmpty();
    }

    @Test
    void socketsNeedNetRaw() {
        AdvertSocket.Options options =
                new AdvertSocket.Options(
                        IpAddress.Family.IPV4,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty());
        assertThatThrownBy(
                        () -> onLoop(() -> loop.openAdvertSocket(options, new RecordingReceiver())))
                .hasMessage("socket(AF_INET, SOCK_RAW, 112): EPERM (needs CAP_NET_RAW)");
        assertThatThrownBy(() -> onLoop(loop::openFrameSocket))
                .hasMessage("socket(AF_PACKET, SOCK_RAW, 0): EPERM (needs CAP_NET_RAW)");
        assertThatThrownBy(
                        () ->
                                onLoop(
                                        () ->
                                                loop.openNeighbourWatch(
                                                        lo(),
                                                        IpAddress.Family.IPV4,
                                                        (now, link, frame) -> {})))
                .hasMessage("socket(AF_PACKET, SOCK_RAW, 0): EPERM (needs CAP_NET_RAW)");
        assertThatThrownBy(
                        () ->
                                onLoop(
                                        () ->
                                                loop.openAdvertSocket(
                                                        new AdvertSocket.Options(
                                                                IpAddress.Family.IPV6,
                                                                Optional.empty(),
                                                                Optional.empty(),
                                                                OptionalInt.empty()),
                                                        new RecordingReceiver())))
                .hasMessage("socket(AF_INET6, SOCK_RAW, 112): EPERM (needs CAP_NET_RAW)");
    }

    @Test
    void anEchoNeedsNetRaw() throws Exception {
        CompletableFuture<EchoProbe.Outcome> outcome = new CompletableFuture<>();
        EchoProbe.Question question =
                new EchoProbe.Question(
                        IpAddress.of("127.0.0.1"), Optional.empty(), Duration.ofSeconds(5));
        onLoop(
                () -> {
                    loop.echo().ask(question, outcome::complete);
                    return null;
                });
        assertThat(outcome.get(10, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        EchoProbe.Outcome.Unsent.class,
                        unsent ->
                                assertThat(unsent.cause())
                                        .hasMessage(
                                                "socket(AF_INET, SOCK_RAW, 1): EPERM"
                                                        + " (needs CAP_NET_RAW)"));
    }

    @Test
    void bufferSizesBeyondTheLimitNeedNetAdmin() throws Exception {
        OptionalInt size = OptionalInt.of(1 << 20);
        assertThatThrownBy(() -> setBuffers(new NetlinkBuffers(size, true, size, true)))
                .hasMessageContaining("SO_RCVBUFFORCE 1048576: EPERM (needs CAP_NET_ADMIN)");
        setBuffers(new NetlinkBuffers(size, false, size, false));
        setBuffers(NetlinkBuffers.LARGE);
    }

    private void setBuffers(NetlinkBuffers buffers) throws Exception {
        onLoop(
                () -> {
                    loop.setNetlinkBuffers(buffers);
                    return null;
                });
    }

    private Link lo() {
        return loop.links().find(new InterfaceName("lo")).orElseThrow();
    }

    @Test
    void aVirtualInterfaceNeedsNetAdmin() {
        VirtualLinkRequest request =
                new VirtualLinkRequest(
                        List.of(new InterfaceName("vrrp.51")),
                        new InterfaceName("lo"),
                        new VirtualLinkKind.Macvlan(new MacAddress(0x0000_5e00_0133L)),
                        false,
                        OptionalInt.empty());
        assertThatThrownBy(() -> onLoop(() -> loop.virtualLinks().create(request)))
                .hasMessage("RTM_NEWLINK vrrp.51 on lo: EPERM (needs CAP_NET_ADMIN)");
    }

    @Test
    void theFirewallNeedsNetAdmin() {
        FirewallState state =
                new FirewallState(
                        FirewallState.Options.DEFAULT,
                        Set.of(
                                new FirewallState.Dropped(
                                        IpAddress.of("10.0.0.5"), OptionalInt.empty())),
                        Set.of());
        assertThatThrownBy(
                        () ->
                                onLoop(
                                        () -> {
                                            loop.firewall().apply(state);
                                            return null;
                                        }))
                .hasMessage(
                        "socket(AF_NETLINK, SOCK_RAW, NETLINK_NETFILTER) bind: EPERM"
                                + " (needs CAP_NET_ADMIN)");
    }

    private <T> T onLoop(Callable<T> work) throws Exception {
        FutureTask<T> future = new FutureTask<>(work);
        loop.post(future);
        try {
            return future.get(10, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }
}
