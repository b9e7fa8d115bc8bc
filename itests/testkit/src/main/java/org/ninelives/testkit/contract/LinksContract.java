package org.ninelives.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.AddressChange;
import org.ninelives.api.system.AddressFlag;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;
import org.ninelives.testkit.contract.RecordingListener.News;

/** What is told of interfaces and their addresses. */
public abstract class LinksContract extends Contract {

    final RecordingListener listener = new RecordingListener();

    @Test
    void allThatExistsIsToldBeforeWatchReturns() throws Exception {
        rig.addLink("eth0");
        rig.addAddress("eth0", "10.1.0.1/24");
        List<News> told =
                rig.on(
                        loop,
                        () -> {
                            loop.links().watch(listener);
                            return List.copyOf(listener.news());
                        });
        assertThat(told)
                .anyMatch(n -> n instanceof News.LinkChanged c && isNamed(c.link(), "eth0"));
        assertThat(told)
                .anyMatch(
                        n ->
                                n instanceof News.AddressAdded a
                                        && a.address().prefix().equals(IpPrefix.of("10.1.0.1/24")));
    }

    @Test
    void aSecondListenerHearsOfAllToo() throws Exception {
        rig.addLink("eth0");
        watch();
        RecordingListener second = new RecordingListener();
        rig.on(
                loop,
                () -> {
                    loop.links().watch(second);
                    return null;
                });
        assertThat(second.sawLink("eth0", Link::up)).isTrue();
    }

    @Test
    void aNewInterfaceIsToldAndFound() throws Exception {
        watch();
        rig.addLink("eth0");
        rig.until("the interface is told to be up", () -> listener.sawLink("eth0", Link::up));
        Link found = find("eth0");
        assertThat(found.index()).isPositive();
        assertThat(found.mtu()).isEqualTo(1500);
        assertThat(found.mac().bits()).isNotZero();
    }

    @Test
    void anUnknownInterfaceIsNotFound() throws Exception {
        watch();
        assertThat(rig.on(loop, () -> loop.links().find(new InterfaceName("nowhere0")))).isEmpty();
    }

    @Test
    void downAndUpAreTold() throws Exception {
        rig.wire("eth0");
        watch();
        rig.setUp("eth0", false);
        rig.until("down is told", () -> listener.sawLink("eth0", link -> !link.usable()));
        listener.news().clear();
        rig.setUp("eth0", true);
        rig.until("up is told", () -> listener.sawLink("eth0", Link::usable));
    }

    @Test
    void aRenamedInterfaceKeepsItsIndex() throws Exception {
        rig.addLink("eth0");
        watch();
        int index = find("eth0").index();
        rig.renameLink("eth0", "lan0");
        rig.until("the new name is told", () -> listener.sawLink("lan0", l -> l.index() == index));
        assertThat(rig.on(loop, () -> loop.links().find(new InterfaceName("eth0")))).isEmpty();
    }

    @Test
    void anInterfaceThatIsMadeAnewIsAnother() throws Exception {
        rig.addLink("eth0");
        watch();
        int before = find("eth0").index();
        rig.removeLink("eth0");
        rig.addLink("eth0");
        rig.until(
                "the new one is told",
                () -> listener.sawLink("eth0", link -> link.index() != before && link.up()));
        assertThat(listener.sawRemoved("eth0")).isTrue();
        Link now = find("eth0");
        assertThat(now.index()).isNotEqualTo(before);
        assertThat(rig.on(loop, () -> loop.links().find(now.index()))).contains(now);
        assertThat(rig.on(loop, () -> loop.links().find(before))).isEmpty();
    }

    @Test
    void eachInterfaceForwardsOrNot() throws Exception {
        rig.wire("eth0");
        rig.wire("eth1");
        watch();
        rig.setForwardsIpv6("eth0", true);
        int eth0 = find("eth0").index();
        int eth1 = find("eth1").index();
        assertThat(forwards(eth0)).isTrue();
        assertThat(forwards(eth1)).isFalse();
        rig.setForwardsIpv6("eth0", false);
        assertThat(forwards(eth0)).as("asked anew").isFalse();
        assertThat(forwards(99_999)).as("an interface that is not there").isFalse();
    }

    @Test
    void flappingEndsAsItEnded() throws Exception {
        rig.wire("eth0");
        watch();
        for (int i = 0; i < 50; i++) {
            rig.setUp("eth0", false);
            rig.setUp("eth0", true);
        }
        rig.setUp("eth0", false);
        rig.addLink("last0");
        rig.until("all is told", () -> listener.sawLink("last0", Link::up));
        assertThat(find("eth0").up()).isFalse();
        List<Boolean> told =
                listener.links().stream()
                        .filter(link -> isNamed(link, "eth0"))
                        .map(Link::up)
                        .toList();
        assertThat(told).endsWith(false).contains(true);
    }

    @Test
    void theAddressesOfARemovedInterfaceGoFirst() throws Exception {
        rig.addLink("eth0");
        rig.addAddress("eth0", "10.1.0.1/24");
        rig.addAddress("eth0", "10.2.0.1/24");
        watch();
        rig.removeLink("eth0");
        rig.until("the removal is told", () -> listener.sawRemoved("eth0"));
        News last = listener.news().getLast();
        assertThat(last).isInstanceOf(News.LinkRemoved.class);
        assertThat(listener.removed())
                .contains(IpPrefix.of("10.1.0.1/24"), IpPrefix.of("10.2.0.1/24"));
    }

    @Test
    void addressesComeAndGo() throws Exception {
        rig.addLink("eth0");
        watch();
        rig.addAddress("eth0", "10.1.0.1/24");
        rig.addAddress("eth0", "10.1.0.2/24");
        rig.until("both are told", () -> listener.sawAdded("10.1.0.2/24"));
        List<InterfaceAddress> both = addresses("eth0");
        assertThat(both.stream().filter(a -> a.prefix().address().toString().startsWith("10.")))
                .extracting(a -> a.prefix() + " " + a.is(AddressFlag.SECONDARY))
                .containsExactly("10.1.0.1/24 false", "10.1.0.2/24 true");
        rig.removeAddress("eth0", "10.1.0.2/24");
        rig.until(
                "the removal is told",
                () -> listener.removed().contains(IpPrefix.of("10.1.0.2/24")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.0.1/24", "2001:db8::1/64", "fe80::1/64"})
    void whatTheLoopItselfRemovesIsKnownAndNotTold(String prefix) throws Exception {
        InterfaceAddress address = addressOnEth0(prefix);
        AddressChange removal = new AddressChange.Remove(address);
        assertThat(rig.on(loop, () -> loop.addresses().apply(List.of(removal)))).isEmpty();
        rig.addAddress("eth0", "10.2.0.1/24");
        rig.until("a later address is told", () -> listener.sawAdded("10.2.0.1/24"));
        assertThat(listener.removed()).isEmpty();
        assertThat(addresses("eth0"))
                .extracting(InterfaceAddress::prefix)
                .doesNotContain(address.prefix());
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.0.1/24", "2001:db8::1/64"})
    void whatTheLoopItselfRemovesAndAddsAgainIsNotToldToBeGone(String prefix) throws Exception {
        InterfaceAddress address = addressOnEth0(prefix);
        List<AddressChange> changes =
                List.of(
                        new AddressChange.Remove(address),
                        new AddressChange.Add(address),
                        new AddressChange.Remove(address),
                        new AddressChange.Remove(address),
                        new AddressChange.Add(address));
        assertThat(rig.on(loop, () -> loop.addresses().apply(changes))).isEmpty();
        rig.addAddress("eth0", "10.2.0.1/24");
        rig.until("a later address is told", () -> listener.sawAdded("10.2.0.1/24"));
        assertThat(listener.removed()).isEmpty();
        // The kernel may tell of an IPv6 address later than of what came after it.
        rig.until("it is known again", () -> knowsOnEth0(address.prefix()));
        rig.removeAddress("eth0", prefix);
        rig.until("what another removes is told", () -> !listener.removed().isEmpty());
        assertThat(listener.removed()).containsExactly(address.prefix());
    }

    private boolean knowsOnEth0(IpPrefix prefix) {
        try {
            return addresses("eth0").stream().anyMatch(known -> known.prefix().equals(prefix));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private InterfaceAddress addressOnEth0(String prefix) throws Exception {
        rig.addLink("eth0");
        watch();
        rig.addAddress("eth0", prefix);
        rig.until("the address is told", () -> listener.sawAdded(prefix));
        return addresses("eth0").stream()
                .filter(a -> a.prefix().equals(IpPrefix.of(prefix)))
                .findFirst()
                .orElseThrow();
    }

    private boolean forwards(int linkIndex) throws Exception {
        return rig.on(loop, () -> loop.links().forwardsIpv6(linkIndex));
    }

    final void watch() throws Exception {
        rig.on(
                loop,
                () -> {
                    loop.links().watch(listener);
                    return null;
                });
    }

    final Link find(String name) throws Exception {
        return rig.on(loop, () -> loop.links().find(new InterfaceName(name))).orElseThrow();
    }

    final List<InterfaceAddress> addresses(String name) throws Exception {
        int index = find(name).index();
        return rig.on(loop, () -> loop.links().addresses(index));
    }

    private static boolean isNamed(Link link, String name) {
        return link.name().name().equals(name);
    }
}
