package org.ninelives.linux.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.MacAddress;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.VirtualLink;
import org.ninelives.api.system.VirtualLinkKind;
import org.ninelives.api.system.VirtualLinkRequest;
import org.ninelives.testkit.contract.RecordingTask;

/** As in a container, where /proc/sys cannot be written. */
@Tag("kernel")
class KernelReadOnlySettingsTest {

    @Test
    void aVirtualInterfaceIsMadeAndWhatWillHinderItIsToldOnce() throws Exception {
        try (Namespace namespace = new Namespace()) {
            namespace.ip("link add eth0 type veth peer name eth1", "link set eth0 up");
            namespace.makeSettingsReadOnly();
            Loop loop =
                    namespace.run(() -> new LinuxMachine().startLoop("test", new RecordingTask()));
            try {
                VirtualLink made = on(loop, () -> loop.virtualLinks().create(request()));
                assertThat(made.link().up()).isTrue();
                assertThat(made.problems())
                        .contains(
                                "/proc/sys/net/ipv4/conf/eth0/arp_ignore = 1: EROFS (it is"
                                        + " read-only here, as in containers: set it from outside):"
                                        + " eth0 answers ARP for addresses on vrrp.51 with its own"
                                        + " Ethernet address");
                assertThat(on(loop, () -> loop.virtualLinks().create(request())).problems())
                        .isEmpty();
                assertThat(on(loop, () -> loop.virtualLinks().check(made, false)).problems())
                        .anyMatch(problem -> problem.contains("eth0/arp_ignore is 0, so"));
            } finally {
                loop.close();
            }
        }
    }

    private static VirtualLinkRequest request() {
        return new VirtualLinkRequest(
                List.of(new InterfaceName("vrrp.51")),
                new InterfaceName("eth0"),
                new VirtualLinkKind.Macvlan(new MacAddress(0x0000_5e00_0133L)),
                true,
                OptionalInt.empty());
    }

    private static <T> T on(Loop loop, Callable<T> work) throws Exception {
        FutureTask<T> future = new FutureTask<>(work);
        loop.post(future);
        return future.get(10, TimeUnit.SECONDS);
    }
}
