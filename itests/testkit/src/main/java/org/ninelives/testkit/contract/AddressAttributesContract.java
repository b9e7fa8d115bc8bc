package org.ninelives.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.AddressChange;
import org.ninelives.api.system.AddressFailure;
import org.ninelives.api.system.AddressFlag;
import org.ninelives.api.system.InterfaceAddress;

/** What addresses are besides themselves, and how that is changed. */
public abstract class AddressAttributesContract extends Contract {

    private static final int NO_INTERFACE = 99_999;
    private static final int LINK_SCOPE = 253;

    private final RecordingListener listener = new RecordingListener();
    private int eth0;

    @BeforeEach
    void wire() throws Exception {
        rig.wire("eth0");
        eth0 =
                rig.on(
                        loop,
                        () -> {
                            loop.links().watch(listener);
                            InterfaceName name = new InterfaceName("eth0");
                            return loop.links().find(name).orElseThrow().index();
                        });
    }

    static Stream<Draft> attributes() {
        return Stream.of(
                Draft.of("10.1.0.5/24"),
                Draft.of("10.1.0.5/24").labelled("eth0:vip").broadcastingTo("10.1.0.255"),
                Draft.of("10.1.0.5/24").scoped(LINK_SCOPE),
                Draft.of("10.1.0.5/32").to("10.1.0.6"),
                Draft.of("10.1.0.5/24").preferred(0),
                Draft.of("10.1.0.5/24").with(AddressFlag.NO_PREFIX_ROUTE),
                Draft.of("239.1.1.1/32").with(AddressFlag.AUTOJOIN),
                Draft.of("2001:db8::5/128").with(AddressFlag.NO_DAD).preferred(0),
                Draft.of("2001:db8::5/128").with(AddressFlag.NO_DAD).to("2001:db8::6"),
                Draft.of("2001:db8::5/64").with(AddressFlag.NO_DAD, AddressFlag.HOME),
                Draft.of("2001:db8::5/64").with(AddressFlag.NO_DAD, AddressFlag.MANAGE_TEMPORARY),
                Draft.of("2001:db8::5/64").with(AddressFlag.NO_DAD, AddressFlag.NO_PREFIX_ROUTE),
                Draft.of("fe80::5/64").with(AddressFlag.NO_DAD).scoped(LINK_SCOPE));
    }

    @ParameterizedTest
    @MethodSource("attributes")
    void anAddressIsToldWithTheAttributesItWasGiven(Draft draft) throws Exception {
        InterfaceAddress address = draft.onLink(eth0);
        assertThat(apply(new AddressChange.Add(address))).isEmpty();
        rig.until("the address is told", () -> told(address).isPresent());
        assertThat(told(address)).contains(asTold(address));
        assertThat(apply(new AddressChange.Remove(address))).isEmpty();
        rig.until("the removal is known", () -> known(address).isEmpty());
    }

    /** What is told of an address that was given these attributes. */
    private static InterfaceAddress asTold(InterfaceAddress address) {
        boolean ipv4 = address.prefix().address().family() == IpAddress.Family.IPV4;
        Optional<String> label =
                ipv4 ? address.label().or(() -> Optional.of("eth0")) : Optional.empty();
        Set<AddressFlag> flags = new HashSet<>(address.flags());
        if (address.preferredSeconds() == 0) {
            flags.add(AddressFlag.DEPRECATED);
        }
        return new InterfaceAddress(
                address.linkIndex(),
                address.prefix(),
                address.peer(),
                address.scope(),
                address.broadcast(),
                label,
                address.preferredSeconds(),
                flags,
                address.protocol());
    }

    static Stream<Draft[]> replacements() {
        return Stream.of(
                new Draft[] {Draft.of("10.1.0.5/24"), Draft.of("10.1.0.5/24").labelled("eth0:vip")},
                new Draft[] {Draft.of("10.1.0.5/24"), Draft.of("10.1.0.5/24").preferred(0)},
                new Draft[] {Draft.of("10.1.0.5/24").preferred(0), Draft.of("10.1.0.5/24")},
                new Draft[] {
                    Draft.of("10.1.0.5/24"),
                    Draft.of("10.1.0.5/24")
                            .scoped(LINK_SCOPE)
                            .broadcastingTo("10.1.0.255")
                            .preferred(0)
                },
                new Draft[] {
                    Draft.of("2001:db8::5/64").with(AddressFlag.NO_DAD),
                    Draft.of("2001:db8::5/64").with(AddressFlag.NO_DAD).preferred(0)
                },
                new Draft[] {
                    Draft.of("2001:db8::5/64").with(AddressFlag.NO_DAD).preferred(0),
                    Draft.of("2001:db8::5/64").with(AddressFlag.NO_DAD, AddressFlag.NO_PREFIX_ROUTE)
                });
    }

    @ParameterizedTest
    @MethodSource("replacements")
    void attributesAreReplaced(Draft before, Draft after) throws Exception {
        InterfaceAddress old = before.onLink(eth0);
        InterfaceAddress now = after.onLink(eth0);
        apply(new AddressChange.Add(old));
        rig.until("the address is told", () -> told(old).isPresent());
        assertThat(apply(new AddressChange.Replace(old, now))).isEmpty();
        rig.until("the new attributes are told", () -> told(now).equals(Optional.of(asTold(now))));
        assertThat(known(now)).contains(asTold(now));
        assertThat(listener.removed()).doesNotContain(now.prefix());
    }

    @ParameterizedTest
    @MethodSource("replacements")
    void anAddressThatIsNotThereIsAddedInstead(Draft before, Draft after) throws Exception {
        InterfaceAddress now = after.onLink(eth0);
        assertThat(apply(new AddressChange.Replace(before.onLink(eth0), now))).isEmpty();
        rig.until("the address is told", () -> told(now).equals(Optional.of(asTold(now))));
    }

    @ParameterizedTest
    @MethodSource("replacements")
    void aReplacementThatIsRefusedIsToldOnce(Draft before, Draft after) throws Exception {
        AddressChange change =
                new AddressChange.Replace(before.onLink(NO_INTERFACE), after.onLink(NO_INTERFACE));
        assertThat(apply(change, change))
                .extracting(AddressFailure::change)
                .containsExactly(change, change);
    }

    @Test
    void anAddressCannotBecomeAnother() {
        assertThatThrownBy(
                        () ->
                                new AddressChange.Replace(
                                        Draft.of("10.1.0.5/24").onLink(1),
                                        Draft.of("10.1.0.5/32").onLink(1)))
                .hasMessageContaining("10.1.0.5/32 cannot replace 10.1.0.5/24");
    }

    @Test
    void anAddressThatNobodyHasBecomesUsable() throws Exception {
        InterfaceAddress address = Draft.of("2001:db8::5/64").onLink(eth0);
        apply(new AddressChange.Add(address));
        rig.until("others were asked", () -> told(address).filter(a -> a.usable()).isPresent());
        assertThat(listener.added().stream().filter(address::sameAs).toList())
                .first()
                .satisfies(a -> assertThat(a.is(AddressFlag.TENTATIVE)).isTrue())
                .satisfies(a -> assertThat(a.usable()).isFalse());
    }

    @Test
    void anAddressThatAnotherHasIsToldToBeOfNoUse() throws Exception {
        rig.addPeerAddress("eth0", "2001:db8::5/64");
        InterfaceAddress address = Draft.of("2001:db8::5/64").onLink(eth0);
        apply(new AddressChange.Add(address));
        rig.until(
                "the other was found",
                () -> told(address).filter(a -> a.is(AddressFlag.DAD_FAILED)).isPresent());
        assertThat(told(address).orElseThrow().usable()).isFalse();
    }

    @Test
    void anAddressIsNotAskedForWhereThatIsOff() throws Exception {
        rig.addPeerAddress("eth0", "2001:db8::5/64");
        InterfaceAddress address = Draft.of("2001:db8::5/64").with(AddressFlag.NO_DAD).onLink(eth0);
        apply(new AddressChange.Add(address));
        rig.until("the address is told", () -> told(address).isPresent());
        assertThat(listener.added().stream().filter(address::sameAs))
                .allMatch(InterfaceAddress::usable);
    }

    /** The address as it was told last. */
    private Optional<InterfaceAddress> told(InterfaceAddress address) {
        return listener.added().stream().filter(address::sameAs).reduce((first, last) -> last);
    }

    private Optional<InterfaceAddress> known(InterfaceAddress address) {
        try {
            return rig.on(loop, () -> loop.links().addresses(eth0)).stream()
                    .filter(address::sameAs)
                    .findFirst();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private List<AddressFailure> apply(AddressChange... changes) throws Exception {
        return rig.on(loop, () -> loop.addresses().apply(List.of(changes)));
    }
}
