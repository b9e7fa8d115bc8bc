package org.ninelives.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.MacAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.VirtualLink;
import org.ninelives.api.system.VirtualLinkKind;
import org.ninelives.api.system.VirtualLinkRequest;

/** What becomes of virtual interfaces. */
public abstract class VirtualLinksContract extends Contract {

    private static final MacAddress MAC_51 = new MacAddress(0x0000_5e00_0133L);
    private static final MacAddress MAC_52 = new MacAddress(0x0000_5e00_0134L);
    private static final MacAddress MAC_53 = new MacAddress(0x0000_5e00_0135L);

    private final RecordingListener listener = new RecordingListener();

    @Test
    void aNewOneIsUpAndTold() throws Exception {
        wireAndWatch();
        VirtualLink made = create(request(MAC_51, "vrrp.51"));
        assertThat(made.adopted()).isFalse();
        assertThat(made.problems()).isEmpty();
        assertThat(made.link().name()).hasToString("vrrp.51");
        assertThat(made.link().mac()).isEqualTo(MAC_51);
        assertThat(made.link().up()).isTrue();
        rig.until("it is told", () -> listener.sawLink("vrrp.51", Link::usable));
        assertThat(find("vrrp.51").index()).isEqualTo(made.link().index());
    }

    @Test
    void itNeedsAParent() {
        assertThatThrownBy(() -> create(request(MAC_51, "vrrp.51")))
                .hasMessageStartingWith("RTM_NEWLINK vrrp.51 on eth0: ENODEV");
    }

    @Test
    void aNameOfAnotherInterfaceIsLeftToIt() throws Exception {
        wireAndWatch();
        rig.addLink("vrrp.51");
        VirtualLink made = create(request(MAC_51, "vrrp.51", "vrrp6.51"));
        assertThat(made.link().name()).hasToString("vrrp6.51");
    }

    @Test
    void aNameOfAnotherRouterIsLeftToIt() throws Exception {
        wireAndWatch();
        create(request(MAC_51, "vrrp.51"));
        VirtualLink made = create(request(MAC_52, "vrrp.51", "vrrp6.51"));
        assertThat(made.link().name()).hasToString("vrrp6.51");
    }

    @Test
    void withoutAFreeNameItIsRefused() throws Exception {
        wireAndWatch();
        rig.addLink("vrrp.51");
        assertThatThrownBy(() -> create(request(MAC_51, "vrrp.51")))
                .hasMessageStartingWith("RTM_NEWLINK vrrp.51 on eth0: EEXIST");
    }

    @Test
    void askingAgainKeepsIt() throws Exception {
        wireAndWatch();
        VirtualLink made = create(request(MAC_51, "vrrp.51"));
        VirtualLink again = create(request(MAC_51, "vrrp.51"));
        assertThat(again.adopted()).isTrue();
        assertThat(again.link().index()).isEqualTo(made.link().index());
    }

    @Test
    void whatIsRemovedIsGoneAndMayBeRemovedAgain() throws Exception {
        wireAndWatch();
        VirtualLink made = create(request(MAC_51, "vrrp.51"));
        rig.until("it is told", () -> listener.sawLink("vrrp.51", Link::up));
        remove(made);
        rig.until("its end is told", () -> listener.sawRemoved("vrrp.51"));
        remove(made);
        assertThat(create(request(MAC_51, "vrrp.51")).adopted()).isFalse();
    }

    @Test
    void itGoesWithItsParentAndComesBackWithIt() throws Exception {
        wireAndWatch();
        VirtualLink made = create(request(MAC_51, "vrrp.51"));
        rig.until("it is told", () -> listener.sawLink("vrrp.51", Link::up));
        rig.removeLink("eth0");
        rig.until("its end is told", () -> listener.sawRemoved("vrrp.51"));
        remove(made);
        rig.addLink("eth0");
        VirtualLink again = create(request(MAC_51, "vrrp.51"));
        assertThat(again.adopted()).isFalse();
        assertThat(again.link().index()).isNotEqualTo(made.link().index());
    }

    @Test
    void closingTheLoopRemovesIt() throws Exception {
        wireAndWatch();
        create(request(MAC_51, "vrrp.51"));
        startAgain();
        assertThat(create(request(MAC_51, "vrrp.51")).adopted()).isFalse();
    }

    @Test
    void anEarlierRunsIsKept() throws Exception {
        wireAndWatch();
        VirtualLink made = create(request(MAC_51, "vrrp.51"));
        leaveAllAndStartAgain();
        VirtualLink again = create(request(MAC_51, "vrrp.51"));
        assertThat(again.adopted()).isTrue();
        assertThat(again.link().index()).isEqualTo(made.link().index());
    }

    @Test
    void anEarlierRunsWithAnotherAddressIsReplaced() throws Exception {
        wireAndWatch();
        create(request(MAC_51, "vrrp.51"));
        leaveAllAndStartAgain();
        VirtualLink again = create(request(MAC_52, "vrrp.51"));
        assertThat(again.adopted()).isFalse();
        assertThat(again.link().mac()).isEqualTo(MAC_52);
        assertThat(again.link().name()).hasToString("vrrp.51");
    }

    @Test
    void severalAreRemovedAtOnceAndNoOthers() throws Exception {
        wireAndWatch();
        VirtualLink one = create(request(MAC_51, "vrrp.51"));
        VirtualLink other = create(request(MAC_52, "vrrp.52"));
        create(request(MAC_53, "vrrp.53"));
        rig.on(
                loop,
                () -> {
                    loop.virtualLinks().remove(List.of(one, other, one));
                    return null;
                });
        assertThat(create(request(MAC_51, "vrrp.51")).adopted()).isFalse();
        assertThat(create(request(MAC_52, "vrrp.52")).adopted()).isFalse();
        assertThat(create(request(MAC_53, "vrrp.53")).adopted()).isTrue();
    }

    @Test
    void leftoversAreRemovedAndNothingElse() throws Exception {
        wireAndWatch();
        create(request(MAC_51, "vrrp.51"));
        create(request(MAC_52, "vrrp.52"));
        leaveAllAndStartAgain();
        rig.addLink("vrrp.53");
        create(request(MAC_51, "vrrp.51"));
        assertThat(rig.on(loop, () -> loop.virtualLinks().removeLeftovers()))
                .containsExactly(new InterfaceName("vrrp.52"));
        assertThat(find("vrrp.51").up()).isTrue();
        assertThat(find("vrrp.53").up()).isTrue();
    }

    @Test
    void aHealthyOneHasNoProblems() throws Exception {
        wireAndWatch();
        VirtualLink made = create(request(MAC_51, "vrrp.51"));
        rig.until("it runs", () -> listener.sawLink("vrrp.51", Link::usable));
        assertThat(rig.on(loop, () -> loop.virtualLinks().check(made, true)).problems()).isEmpty();
    }

    @Test
    void oneThatIsGoneIsToldToBeGone() throws Exception {
        wireAndWatch();
        VirtualLink made = create(request(MAC_51, "vrrp.51"));
        rig.removeLink("vrrp.51");
        assertThat(rig.on(loop, () -> loop.virtualLinks().check(made, false)).problems())
                .singleElement()
                .asString()
                .startsWith("vrrp.51 is gone");
    }

    private void wireAndWatch() throws Exception {
        rig.wire("eth0");
        watch();
    }

    private void watch() throws Exception {
        rig.on(
                loop,
                () -> {
                    loop.links().watch(listener);
                    return null;
                });
    }

    private void leaveAllAndStartAgain() throws Exception {
        rig.on(
                loop,
                () -> {
                    loop.keepOnClose();
                    return null;
                });
        startAgain();
    }

    private void startAgain() throws Exception {
        loop.close();
        loop = rig.start(new RecordingTask());
        watch();
    }

    private Link find(String name) throws Exception {
        rig.until(name + " is told", () -> listener.sawLink(name, link -> true));
        return rig.on(loop, () -> loop.links().find(new InterfaceName(name))).orElseThrow();
    }

    private VirtualLink create(VirtualLinkRequest request) throws Exception {
        return rig.on(loop, () -> loop.virtualLinks().create(request));
    }

    private void remove(VirtualLink link) throws Exception {
        rig.on(
                loop,
                () -> {
                    loop.virtualLinks().remove(link);
                    return null;
                });
    }

    private static VirtualLinkRequest request(MacAddress mac, String... names) {
        return new VirtualLinkRequest(
                Arrays.stream(names).map(InterfaceName::new).toList(),
                new InterfaceName("eth0"),
                new VirtualLinkKind.Macvlan(mac),
                false,
                OptionalInt.empty());
    }
}
