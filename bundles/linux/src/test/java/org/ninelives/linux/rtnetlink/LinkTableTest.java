package org.ninelives.linux.rtnetlink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.net.MacAddress;
import org.ninelives.api.system.AddressFlag;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.LinkListener;
import org.ninelives.testkit.contract.RecordingListener;
import org.ninelives.testkit.contract.RecordingListener.News;

class LinkTableTest {

    private static final Link ETH0 = link(1, "eth0");
    private static final Link ETH1 = link(2, "eth1");
    private static final InterfaceAddress A = address(1, "10.0.0.1/24", false);
    private static final InterfaceAddress B = address(1, "10.0.0.2/24", true);

    private final LinkTable table = new LinkTable();
    private final RecordingListener told = new RecordingListener();

    @BeforeEach
    void eth0WithTwoAddresses() {
        table.linkChanged(ETH0);
        table.addressAdded(A);
        table.addressAdded(B);
        table.add(told);
        told.news().clear();
    }

    @Test
    void aListenerIsToldAllThereIs() {
        RecordingListener late = new RecordingListener();
        table.add(late);
        assertThat(late.news())
                .containsExactly(
                        new News.LinkChanged(ETH0),
                        new News.AddressAdded(A),
                        new News.AddressAdded(B));
    }

    @Test
    void whatIsKnownIsNotToldAgain() {
        table.linkChanged(ETH0);
        table.addressAdded(A);
        table.replace(List.of(ETH0), List.of(A, B));
        assertThat(told.news()).isEmpty();
    }

    @Test
    void anAddressWhoseAttributesChangeIsToldAgainAndNeverGone() {
        InterfaceAddress promoted = address(1, "10.0.0.2/24", false);
        table.addressAdded(promoted);
        assertThat(told.news()).containsExactly(new News.AddressAdded(promoted));
        assertThat(table.addresses(1)).containsExactly(A, promoted);
    }

    @Test
    void aLifetimeThatGoesOnIsNoNews() {
        table.addressAdded(A.withPreferredSeconds(60));
        table.addressAdded(A.withPreferredSeconds(59));
        assertThat(told.news()).containsExactly(new News.AddressAdded(A.withPreferredSeconds(60)));
        assertThat(table.addresses(1)).contains(A.withPreferredSeconds(59));
        InterfaceAddress over = A.withPreferredSeconds(0).withFlags(Set.of(AddressFlag.DEPRECATED));
        table.addressAdded(over);
        assertThat(told.news()).endsWith(new News.AddressAdded(over));
    }

    @Test
    void anAddressWithAnotherPeerIsAnother() {
        InterfaceAddress peered =
                new InterfaceAddress(
                        1,
                        A.prefix(),
                        Optional.of(IpAddress.of("10.0.0.9")),
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        InterfaceAddress.FOREVER,
                        Set.of(),
                        0);
        table.addressAdded(peered);
        assertThat(table.addresses(1)).containsExactly(A, B, peered);
        table.addressRemoved(A);
        assertThat(table.addresses(1)).containsExactly(B, peered);
    }

    @Test
    void anAddressOfNoInterfaceIsPassedOver() {
        table.addressAdded(address(9, "10.0.0.9/24", false));
        table.addressRemoved(address(9, "10.0.0.9/24", false));
        assertThat(told.news()).isEmpty();
        assertThat(table.addresses(9)).isEmpty();
    }

    @Test
    void theDifferencesToANewListAreTold() {
        InterfaceAddress c = address(2, "10.0.1.1/24", false);
        table.replace(List.of(ETH0, ETH1), List.of(B, c));
        assertThat(told.news())
                .containsExactly(
                        new News.AddressRemoved(A),
                        new News.LinkChanged(ETH1),
                        new News.AddressAdded(c));
    }

    @Test
    void anInterfaceMissingFromANewListIsGoneAfterItsAddresses() {
        table.replace(List.of(ETH1), List.of());
        assertThat(told.news())
                .containsExactly(
                        new News.AddressRemoved(A),
                        new News.AddressRemoved(B),
                        new News.LinkRemoved(ETH0),
                        new News.LinkChanged(ETH1));
    }

    @Test
    void aNewListBringsTheKernelsOrder() {
        table.replace(List.of(ETH0), List.of(B, A));
        assertThat(table.addresses(1)).containsExactly(B, A);
    }

    @Test
    void namesThatAreSwappedAreFoundWhereTheyAreNow() {
        table.linkChanged(ETH1);
        table.linkChanged(link(1, "eth1"));
        table.linkChanged(link(2, "eth0"));
        assertThat(table.find(new InterfaceName("eth0"))).contains(link(2, "eth0"));
    }

    @Test
    void aListenerThatFailsDoesNotKeepTheNewsFromOthers() {
        LinkTable other = new LinkTable();
        other.add(new FailingListener());
        other.add(told);
        other.linkChanged(ETH0);
        assertThat(told.news()).containsExactly(new News.LinkChanged(ETH0));
    }

    private static final class FailingListener implements LinkListener {

        @Override
        public void linkChanged(Link link) {
            throw new IllegalStateException("asked to fail");
        }

        @Override
        public void linkRemoved(Link link) {}

        @Override
        public void addressAdded(InterfaceAddress address) {}

        @Override
        public void addressRemoved(InterfaceAddress address) {}
    }

    private static Link link(int index, String name) {
        return new Link(
                index, new InterfaceName(name), new MacAddress(index), 1500, true, true, true);
    }

    private static InterfaceAddress address(int link, String prefix, boolean secondary) {
        return InterfaceAddress.of(link, IpPrefix.of(prefix))
                .withFlags(secondary ? Set.of(AddressFlag.SECONDARY) : Set.of());
    }
}
