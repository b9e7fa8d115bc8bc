package org.ninelives.linux.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
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
import org.ninelives.api.system.AddressChange;
import org.ninelives.api.system.AddressFailure;
import org.ninelives.api.system.AdvertSocket;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.Route;
import org.ninelives.api.system.RouteBuilder;
import org.ninelives.api.system.RouteChange;
import org.ninelives.api.system.Rule;
import org.ninelives.api.system.RuleAction;
import org.ninelives.api.system.RuleBuilder;
import org.ninelives.api.system.RuleChange;
import org.ninelives.api.system.SystemException;
import org.ninelives.testkit.contract.RecordingListener;
import org.ninelives.testkit.contract.RecordingReceiver;
import org.ninelives.testkit.contract.RecordingTask;

/** A process without rights can look, and is told which right it lacks to do more. */
@Tag("kernel")
class KernelRightsTest {

    /** _LINUX_CAPABILITY_VERSION_3 of linux/capability.h. */
    private static final int CAPABILITY_VERSION = 0x20080522;

    private final RecordingListener told = new RecordingListener();
    private Namespace namespace;
    private Loop loop;

    @BeforeEach
    void startWithoutRights() throws Exception {
        namespace = new Namespace();
        int[] ofThisThread = {CAPABILITY_VERSION, 0};
        int[] none = new int[6];
        assertThat(namespace.<Integer>run(() -> NamespaceCalls.capset(ofThisThread, none)))
                .isZero();
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
                new AddressChange.Add(
                        new InterfaceAddress(
                                lo,
                                IpPrefix.of("10.0.0.5/24"),
                                0,
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                0));
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
