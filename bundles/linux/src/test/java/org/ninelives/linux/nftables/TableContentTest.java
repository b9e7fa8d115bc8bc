package org.ninelives.linux.nftables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ninelives.api.net.IpAddress.Family.IPV4;
import static org.ninelives.api.net.IpAddress.Family.IPV6;

import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.FirewallState;
import org.ninelives.api.system.FirewallState.Dropped;
import org.ninelives.api.system.FirewallState.Options;
import org.ninelives.api.system.FirewallState.Relay;

class TableContentTest {

    private static final Dropped VIP = new Dropped(IpAddress.of("10.0.0.5"), OptionalInt.empty());
    private static final Dropped VIP6 =
            new Dropped(IpAddress.of("2001:db8::5"), OptionalInt.empty());
    private static final Relay RELAY = new Relay(IPV4, 3, 2);

    @Test
    void eachFamilyHasItsOwn() {
        FirewallState state = new FirewallState(Options.DEFAULT, Set.of(VIP, VIP6), Set.of(RELAY));
        assertThat(TableContent.of(state, IPV4))
                .isEqualTo(new TableContent(Options.DEFAULT, Set.of(VIP), Set.of(RELAY)));
        assertThat(TableContent.of(state, IPV6))
                .isEqualTo(new TableContent(Options.DEFAULT, Set.of(VIP6), Set.of()));
    }

    @Test
    void noTableIsLikeAnotherHoweverItWouldBeBuilt() {
        FirewallState state = new FirewallState(new Options("x", 0, true), Set.of(), Set.of());
        assertThat(TableContent.of(state, IPV4)).isSameAs(TableContent.NONE);
        TableContent relayOnly = new TableContent(Options.DEFAULT, Set.of(), Set.of(RELAY));
        assertThat(relayOnly.withoutRelays()).isSameAs(TableContent.NONE);
    }

    @Test
    void onlyElementsLeaveTheShape() {
        TableContent one = new TableContent(Options.DEFAULT, Set.of(VIP), Set.of());
        assertThat(one.isShapedLike(new TableContent(Options.DEFAULT, Set.of(VIP6), Set.of())))
                .isTrue();
        assertThat(one.isShapedLike(TableContent.NONE)).isFalse();
        assertThat(one.isShapedLike(new TableContent(Options.DEFAULT, Set.of(VIP), Set.of(RELAY))))
                .isFalse();
        Options counting = new Options("keepalived", -1, true);
        assertThat(one.isShapedLike(new TableContent(counting, Set.of(VIP), Set.of()))).isFalse();
    }

    @Test
    void aLinkLocalAddressNeedsItsInterfaceAndNoOtherHasOne() {
        IpAddress linkLocal = IpAddress.of("fe80::5");
        assertThatThrownBy(() -> new Dropped(linkLocal, OptionalInt.empty()))
                .hasMessage("the link-local address fe80::5 needs its interface");
        assertThatThrownBy(() -> new Dropped(IpAddress.of("10.0.0.5"), OptionalInt.of(2)))
                .hasMessage("10.0.0.5 is dropped on all interfaces");
    }

    @Test
    void aTableNeedsANameTheKernelTakes() {
        assertThatThrownBy(() -> new Options("", 0, false)).hasMessageContaining("1..255");
        assertThatThrownBy(() -> new Options("x".repeat(256), 0, false))
                .hasMessageContaining("1..255");
    }
}
