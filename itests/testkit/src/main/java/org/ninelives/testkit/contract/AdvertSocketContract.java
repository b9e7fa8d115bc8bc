package org.ninelives.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.net.MacAddress;
import org.ninelives.api.system.AddressChange;
import org.ninelives.api.system.AdvertSocket;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.SystemException;

/** How adverts travel between two machines. */
public abstract class AdvertSocketContract extends Contract {

    /** Long enough for the header of either family and a number. */
    private static final int LENGTH = 60;

    private final IpAddress.Family family;
    private final String group;
    private final String own;
    private final String other;

    private final RecordingReceiver here = new RecordingReceiver();
    private final RecordingReceiver there = new RecordingReceiver();

    /** The contract for one address family. */
    protected AdvertSocketContract(IpAddress.Family family) {
        this.family = family;
        boolean ipv4 = family == IpAddress.Family.IPV4;
        group = ipv4 ? "224.0.0.18" : "ff02::12";
        own = ipv4 ? "10.9.0.1" : "2001:db8:9::1";
        other = ipv4 ? "10.9.0.2" : "2001:db8:9::2";
    }

    @Test
    void aMulticastAdvertArrivesWithItsHeader() throws Exception {
        AdvertSocket socket = wired();
        ByteBuffer packet = Packets.packet(own, group, 7, LENGTH);
        send(socket, packet, group);
        rig.until("the packet arrived", () -> !there.packets().isEmpty());
        assertThat(there.packets())
                .singleElement()
                .extracting(Packets::withoutChecksum)
                .isEqualTo(Packets.withoutChecksum(packet));
        assertThat(there.truncations()).containsExactly(false);
        assertThat(here.packets()).as("multicast is not looped back").isEmpty();
    }

    @Test
    void aUnicastAdvertArrives() throws Exception {
        AdvertSocket socket = wired();
        send(socket, Packets.packet(own, other, 8, LENGTH), other);
        rig.until("the packet arrived", () -> !there.packets().isEmpty());
        assertThat(there.packets()).extracting(Packets::number).containsExactly(8);
    }

    @Test
    void packetsOfATurnArriveInTheirOrder() throws Exception {
        AdvertSocket socket = wired();
        // Packets to a neighbour that is still looked for are overtaken by those to the group.
        send(socket, Packets.packet(own, other, 0, LENGTH), other);
        rig.until("the neighbour is found", () -> !there.packets().isEmpty());
        rig.on(
                loop,
                () -> {
                    ByteBuffer reused = ByteBuffer.allocate(LENGTH);
                    for (int i = 1; i < 200; i++) {
                        String destination = i % 3 == 0 ? other : group;
                        reused.put(0, Packets.packet(own, destination, i, LENGTH), 0, LENGTH);
                        socket.send(reused, IpAddress.of(destination));
                    }
                    return null;
                });
        rig.until("all packets arrived", () -> there.packets().size() == 200);
        assertThat(there.packets().stream().map(Packets::number)).isSorted();
    }

    @Test
    void aSocketWithoutTheGroupHearsUnicastOnly() throws Exception {
        AdvertSocket socket = wired();
        RecordingReceiver without = new RecordingReceiver();
        Loop peer = rig.startPeer(new RecordingTask());
        open(peer, options(peer, Optional.empty()), without);
        send(socket, Packets.packet(own, group, 1, LENGTH), group);
        send(socket, Packets.packet(own, other, 2, LENGTH), other);
        rig.until("the unicast packet arrived", () -> !without.packets().isEmpty());
        assertThat(without.packets()).extracting(Packets::number).containsExactly(2);
        peer.close();
    }

    @Test
    void aSocketHearsItsOwnInterfaceOnly() throws Exception {
        AdvertSocket socket = wired();
        rig.wire("eth1");
        RecordingReceiver onOther = new RecordingReceiver();
        rig.on(
                loop,
                () -> {
                    Link eth1 = link(loop, "eth1");
                    return loop.openAdvertSocket(
                            new AdvertSocket.Options(
                                    family,
                                    Optional.of(eth1),
                                    Optional.of(IpAddress.of(group)),
                                    OptionalInt.of(100_000)),
                            onOther);
                });
        rig.inject("eth0", Packets.packet(other, group, 3, LENGTH));
        rig.until("the packet arrived on eth0", () -> !here.packets().isEmpty());
        send(socket, Packets.packet(own, group, 4, LENGTH), group);
        rig.until("the packet left on eth0", () -> !there.packets().isEmpty());
        assertThat(onOther.packets()).isEmpty();
    }

    @Test
    void aPacketThatIsTooLongIsFlagged() throws Exception {
        wired();
        rig.inject("eth0", Packets.packet(other, group, 5, 8000));
        rig.until("the packet arrived", () -> !here.packets().isEmpty());
        assertThat(here.truncations()).containsExactly(true);
        assertThat(Packets.number(here.packets().getFirst())).isEqualTo(5);
    }

    @Test
    void aPacketLeavesBeforeTheAddressThatIsRemovedAfterIt() throws Exception {
        AdvertSocket socket = wired();
        rig.on(
                loop,
                () -> {
                    int eth0 = link(loop, "eth0").index();
                    socket.send(Packets.packet(own, other, 6, LENGTH), IpAddress.of(other));
                    InterfaceAddress ownAddress = InterfaceAddress.of(eth0, ownPrefix());
                    return loop.addresses().apply(List.of(new AddressChange.Remove(ownAddress)));
                });
        rig.until("the packet arrived", () -> !there.packets().isEmpty());
        assertThat(here.failures()).isEmpty();
    }

    @Test
    void whatIsQueuedLeavesBeforeTheSocketCloses() throws Exception {
        AdvertSocket socket = wired();
        rig.on(
                loop,
                () -> {
                    socket.send(Packets.packet(own, group, 9, LENGTH), IpAddress.of(group));
                    socket.close();
                    socket.close();
                    return null;
                });
        rig.until("the packet arrived", () -> !there.packets().isEmpty());
    }

    @Test
    void aClosedSocketIsDeaf() throws Exception {
        AdvertSocket socket = wired();
        RecordingReceiver open = new RecordingReceiver();
        open(loop, options(loop, Optional.of(group)), open);
        rig.on(
                loop,
                () -> {
                    socket.close();
                    return null;
                });
        rig.inject("eth0", Packets.packet(other, group, 10, LENGTH));
        rig.until("the packet arrived", () -> !open.packets().isEmpty());
        assertThat(here.packets()).isEmpty();
    }

    @Test
    void sendingOnAnInterfaceThatIsDownFailsVisibly() throws Exception {
        AdvertSocket socket = wired();
        rig.setUp("eth0", false);
        send(socket, Packets.packet(own, group, 11, LENGTH), group);
        rig.until("the failure is told", () -> !here.failures().isEmpty());
        assertThat(here.failures().getFirst()).hasMessageContaining("send to " + group + ": E");
    }

    @Test
    void aSocketThatOnlySendsHearsNothing() throws Exception {
        wired();
        RecordingReceiver deaf = new RecordingReceiver();
        AdvertSocket sending = open(loop, options(loop, Optional.of(group)).forSendingOnly(), deaf);
        send(sending, Packets.packet(own, group, 12, LENGTH), group);
        rig.until("the packet arrived", () -> !there.packets().isEmpty());
        rig.inject("eth0", Packets.packet(other, group, 13, LENGTH));
        rig.inject("eth0", Packets.packet(other, own, 14, LENGTH));
        rig.until("the answers arrived elsewhere", () -> here.packets().size() == 2);
        assertThat(deaf.packets()).isEmpty();
        sending.close();
    }

    @Test
    void anAuthenticatedAdvertArrivesWhereItIsExpected() throws Exception {
        AdvertSocket plain = wired();
        RecordingReceiver authenticated = new RecordingReceiver();
        AdvertSocket.Options options = options(loop, Optional.of(group)).withAuthenticationHeader();
        open(loop, options, authenticated);
        int udp = 17;
        rig.inject("eth0", Packets.authenticated(other, group, udp, LENGTH));
        rig.inject("eth0", Packets.packet(other, group, 15, LENGTH));
        ByteBuffer expected = Packets.authenticated(other, group, AdvertSocket.PROTOCOL, LENGTH);
        rig.inject("eth0", expected);
        rig.until("the packet arrived", () -> !authenticated.packets().isEmpty());
        assertThat(authenticated.packets())
                .singleElement()
                .satisfies(p -> assertThat(Packets.number(p)).isEqualTo(112 << 24))
                .satisfies(p -> assertThat(p.limit()).isEqualTo(LENGTH));
        rig.until("the other packet arrived", () -> !here.packets().isEmpty());
        assertThat(here.packets()).extracting(Packets::number).containsExactly(15);
        send(plain, Packets.authenticated(own, group, AdvertSocket.PROTOCOL, LENGTH), group);
        assertThat(here.failures()).isEmpty();
    }

    @Test
    void packetsOfTheOtherFamilyAreNotHeard() throws Exception {
        wired();
        RecordingReceiver foreign = new RecordingReceiver();
        boolean ipv4 = family == IpAddress.Family.IPV4;
        AdvertSocket.Options mine = options(loop, Optional.empty());
        open(
                loop,
                new AdvertSocket.Options(
                        ipv4 ? IpAddress.Family.IPV6 : IpAddress.Family.IPV4,
                        mine.link(),
                        Optional.of(IpAddress.of(ipv4 ? "ff02::12" : "224.0.0.18")),
                        OptionalInt.empty()),
                foreign);
        rig.inject("eth0", Packets.packet(other, group, 16, LENGTH));
        rig.until("the packet arrived", () -> !here.packets().isEmpty());
        assertThat(foreign.packets()).isEmpty();
    }

    @Test
    void aSocketHearsWhateverTheSizeOfItsBuffer() throws Exception {
        AdvertSocket socket = wired();
        int number = 17;
        for (OptionalInt bytes : List.of(OptionalInt.of(100_000), OptionalInt.empty())) {
            rig.on(
                    loop,
                    () -> {
                        socket.setReceiveBuffer(bytes);
                        return null;
                    });
            int heardBefore = here.packets().size();
            rig.inject("eth0", Packets.packet(other, group, number, LENGTH));
            rig.until("the packet arrived", () -> here.packets().size() > heardBefore);
            assertThat(here.packets()).extracting(Packets::number).endsWith(number);
            number++;
        }
    }

    @Test
    void anInterfaceThatIsNotThereIsAnError() {
        Link missing =
                new Link(
                        99_999,
                        new InterfaceName("nowhere0"),
                        new MacAddress(0),
                        1500,
                        true,
                        true,
                        true);
        AdvertSocket.Options options =
                new AdvertSocket.Options(
                        family, Optional.of(missing), Optional.empty(), OptionalInt.empty());
        assertThatThrownBy(() -> rig.on(loop, () -> loop.openAdvertSocket(options, here)))
                .isInstanceOfSatisfying(
                        SystemException.class, e -> assertThat(e.errno()).isEqualTo("ENODEV"))
                .hasMessageContaining("nowhere0");
    }

    private IpPrefix ownPrefix() {
        return new IpPrefix(IpAddress.of(own), family == IpAddress.Family.IPV4 ? 24 : 64);
    }

    /** A socket on each end of a wire, both in the group. */
    private AdvertSocket wired() throws Exception {
        rig.wire("eth0");
        rig.addAddress("eth0", ownPrefix().toString());
        rig.addPeerAddress(
                "eth0", new IpPrefix(IpAddress.of(other), ownPrefix().length()).toString());
        Loop peer = rig.startPeer(new RecordingTask());
        open(peer, options(peer, Optional.of(group)), there);
        return open(loop, options(loop, Optional.of(group)), here);
    }

    private AdvertSocket.Options options(Loop of, Optional<String> joined) throws Exception {
        return rig.on(
                of,
                () ->
                        new AdvertSocket.Options(
                                family,
                                Optional.of(link(of, "eth0")),
                                joined.map(IpAddress::of),
                                OptionalInt.empty()));
    }

    private static Link link(Loop of, String name) throws SystemException {
        RecordingListener listener = new RecordingListener();
        of.links().watch(listener);
        return of.links().find(new InterfaceName(name)).orElseThrow();
    }

    private AdvertSocket open(Loop on, AdvertSocket.Options options, AdvertSocket.Receiver receiver)
            throws Exception {
        return rig.on(on, () -> on.openAdvertSocket(options, receiver));
    }

    private void send(AdvertSocket socket, ByteBuffer packet, String destination) throws Exception {
        rig.on(
                loop,
                () -> {
                    socket.send(packet, IpAddress.of(destination));
                    return null;
                });
    }
}
