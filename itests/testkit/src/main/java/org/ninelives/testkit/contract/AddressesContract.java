package org.ninelives.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.AddressChange;
import org.ninelives.api.system.AddressFailure;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;

/** What becomes of changes to addresses. */
public abstract class AddressesContract extends Contract {

    private static final int NO_INTERFACE = 99_999;

    private final RecordingListener listener = new RecordingListener();

    @Test
    void anAddressKeepsItsAttributes() throws Exception {
        int eth0 = watchedLink("eth0");
        InterfaceAddress vip =
                new InterfaceAddress(
                        eth0,
                        IpPrefix.of("10.1.0.5/24"),
                        Optional.empty(),
                        253,
                        Optional.of(IpAddress.of("10.1.0.255")),
                        Optional.of("eth0:vip"),
                        InterfaceAddress.FOREVER,
                        Set.of(),
                        InterfaceAddress.PROTOCOL_OURS);
        assertThat(apply(new AddressChange.Add(vip))).isEmpty();
        rig.until("the address is told", () -> listener.sawAdded("10.1.0.5/24"));
        assertThat(listener.added()).contains(vip);
    }

    @Test
    void anAddressThatIsThereAlreadyIsDone() throws Exception {
        int eth0 = watchedLink("eth0");
        AddressChange add = new AddressChange.Add(address(eth0, "10.1.0.5/24"));
        assertThat(apply(add, add)).isEmpty();
        assertThat(apply(add)).isEmpty();
    }

    @Test
    void anAddressThatIsNotThereIsGone() throws Exception {
        int eth0 = watchedLink("eth0");
        assertThat(
                        apply(
                                new AddressChange.Remove(address(eth0, "10.1.0.5/24")),
                                new AddressChange.Remove(address(NO_INTERFACE, "10.1.0.5/24")),
                                new AddressChange.Remove(address(NO_INTERFACE, "2001:db8::5/64"))))
                .isEmpty();
    }

    @Test
    void theSameAddressWithAnotherPrefixLengthIsAnother() throws Exception {
        int eth0 = watchedLink("eth0");
        apply(
                new AddressChange.Add(address(eth0, "10.1.0.5/24")),
                new AddressChange.Add(address(eth0, "10.1.0.5/32")),
                new AddressChange.Remove(address(eth0, "10.1.0.5/24")));
        rig.until("the addition is told", () -> listener.sawAdded("10.1.0.5/32"));
        rig.until(
                "the removal is known", () -> known(eth0, "10.1.").equals(List.of("10.1.0.5/32")));
    }

    @Test
    void aRefusedChangeDoesNotStopTheOthers() throws Exception {
        int eth0 = watchedLink("eth0");
        AddressChange refused = new AddressChange.Add(address(NO_INTERFACE, "10.1.0.6/24"));
        List<AddressFailure> failures =
                apply(
                        new AddressChange.Add(address(eth0, "10.1.0.5/24")),
                        refused,
                        new AddressChange.Add(address(eth0, "10.1.0.7/24")),
                        refused);
        assertThat(failures).extracting(AddressFailure::change).containsExactly(refused, refused);
        assertThat(failures.getFirst().cause())
                .hasMessageStartingWith("RTM_NEWADDR 10.1.0.6/24 on interface 99999: ENODEV");
        rig.until("the last address is told", () -> listener.sawAdded("10.1.0.7/24"));
        assertThat(listener.sawAdded("10.1.0.5/24")).isTrue();
    }

    @Test
    void manyChangesAreMadeInTheirOrder() throws Exception {
        int eth0 = watchedLink("eth0");
        List<AddressChange> adds = new ArrayList<>();
        List<AddressChange> removes = new ArrayList<>();
        IntStream.range(0, 1000)
                .mapToObj(i -> address(eth0, "10.2." + i / 250 + "." + i % 250 + "/32"))
                .forEach(
                        address -> {
                            adds.add(new AddressChange.Add(address));
                            removes.add(new AddressChange.Remove(address));
                        });
        assertThat(apply(adds.toArray(AddressChange[]::new))).isEmpty();
        rig.until("the last address is told", () -> listener.sawAdded("10.2.3.249/32"));
        assertThat(listener.added().stream().map(a -> a.prefix().toString()))
                .filteredOn(prefix -> prefix.startsWith("10.2."))
                .hasSize(1000)
                .startsWith("10.2.0.0/32", "10.2.0.1/32");
        assertThat(apply(removes.toArray(AddressChange[]::new))).isEmpty();
        rig.until("all removals are known", () -> known(eth0, "10.2.").isEmpty());
    }

    @Test
    void manyRefusalsAreAllTold() throws Exception {
        AddressChange refused = new AddressChange.Add(address(NO_INTERFACE, "10.1.0.6/24"));
        AddressChange[] all = new AddressChange[1000];
        Arrays.fill(all, refused);
        assertThat(apply(all)).hasSize(1000);
    }

    @Test
    void nothingToDoIsDone() throws Exception {
        assertThat(apply()).isEmpty();
    }

    private int watchedLink(String name) throws Exception {
        rig.addLink(name);
        return rig.on(
                loop,
                () -> {
                    loop.links().watch(listener);
                    return listener.links().stream()
                            .filter(link -> link.name().name().equals(name))
                            .map(Link::index)
                            .findFirst()
                            .orElseThrow();
                });
    }

    /** The addresses that the loop knows on an interface and that begin so. */
    private List<String> known(int link, String beginning) {
        try {
            return rig.on(loop, () -> loop.links().addresses(link)).stream()
                    .map(address -> address.prefix().toString())
                    .filter(prefix -> prefix.startsWith(beginning))
                    .toList();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private List<AddressFailure> apply(AddressChange... changes) throws Exception {
        return rig.on(loop, () -> loop.addresses().apply(List.of(changes)));
    }

    private static InterfaceAddress address(int link, String prefix) {
        return InterfaceAddress.of(link, IpPrefix.of(prefix));
    }
}
