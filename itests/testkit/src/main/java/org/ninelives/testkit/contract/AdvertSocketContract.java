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

    private static final String GROUP = "224.0.0.18";
    private static final String HERE = "10.9.0.1";
    private static final String THERE = "10.9.0.2";

    private final RecordingReceiver here = new RecordingReceiver();
    private final RecordingReceiver there = new RecordingReceiver();

    @Test
    void aMulticastAdvertArrivesWithItsHeader() throws Exception {
        AdvertSocket socket = wired();
        ByteBuffer packet = Packets.packet(HERE, GROUP, 7, 40);
        send(socket, packet, GROUP);
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
        send(socket, Packets.packet(HERE, THERE, 8, 40), THERE);
        rig.until("the packet arrived", () -> !there.packets().isEmpty());
        assertThat(there.packets()).extracting(Packets::number).containsExactly(8);
    }

    @Test
    void packetsOfATurnArriveInTheirOrder() throws Exception {
        AdvertSocket socket = wired();
        rig.on(
                loop,
                () -> {
                    ByteBuffer reused = ByteBuffer.allocate(40);
                    for (int i = 0; i < 200; i++) {
                        String destination = i % 3 == 0 ? THERE : GROUP;
                        reused.put(0, Packets.packet(HERE, destination, i, 40), 0, 40);
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
        send(socket, Packets.packet(HERE, GROUP, 1, 40), GROUP);
        send(socket, Packets.packet(HERE, THERE, 2, 40), THERE);
        rig.until("the unicast packet arrived", () -> !without.packets().isEmpty());
        assertThat(without.packets()).extracting(Packets::number).containsExactly(2);
        peer.close();
    }

    @Test
    void aSocketHearsItsOwnInterfaceOnly() throws Exception {
        AdvertSocket socket = wired();
        rig.wire("eth1");
        RecordingReceiver other = new RecordingReceiver();
        rig.on(
                loop,
                () -> {
                    Link eth1 = link(loop, "eth1");
                    return loop.openAdvertSocket(
                            new AdvertSocket.Options(
                                    IpAddress.Family.IPV4,
                                    Optional.of(eth1),
                                    Optional.of(IpAddress.of(GROUP)),
                                    OptionalInt.of(100_000)),
                            other);
                });
        rig.inject("eth0", Packets.packet(THERE, GROUP, 3, 40));
        rig.until("the packet arrived on eth0", () -> !here.packets().isEmpty());
        send(socket, Packets.packet(HERE, GROUP, 4, 40), GROUP);
        rig.until("the packet left on eth0", () -> !there.packets().isEmpty());
        assertThat(other.packets()).isEmpty();
    }

    @Test
    void aPacketThatIsTooLongIsFlagged() throws Exception {
        wired();
        rig.inject("eth0", Packets.packet(THERE, GROUP, 5, 8000));
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
                    socket.send(Packets.packet(HERE, THERE, 6, 40), IpAddress.of(THERE));
                    InterfaceAddress own =
                            new InterfaceAddress(
                                    eth0,
                                    IpPrefix.of(HERE + "/24"),
                                    0,
                                    Optional.empty(),
                                    Optional.empty(),
                                    false,
                                    0);
                    return loop.addresses().apply(List.of(new AddressChange.Remove(own)));
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
                    socket.send(Packets.packet(HERE, GROUP, 9, 40), IpAddress.of(GROUP));
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
        open(loop, options(loop, Optional.of(GROUP)), open);
        rig.on(
                loop,
                () -> {
                    socket.close();
                    return null;
                });
        rig.inject("eth0", Packets.packet(THERE, GROUP, 10, 40));
        rig.until("the packet arrived", () -> !open.packets().isEmpty());
        assertThat(here.packets()).isEmpty();
    }

    @Test
    void sendingOnAnInterfaceThatIsDownFailsVisibly() throws Exception {
        AdvertSocket socket = wired();
        rig.setUp("eth0", false);
        send(socket, Packets.packet(HERE, GROUP, 11, 40), GROUP);
        rig.until("the failure is told", () -> !here.failures().isEmpty());
        assertThat(here.failures().getFirst()).hasMessageContaining("send to 224.0.0.18: E");
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
                        IpAddress.Family.IPV4,
                        Optional.of(missing),
                        Optional.empty(),
                        OptionalInt.empty());
        assertThatThrownBy(() -> rig.on(loop, () -> loop.openAdvertSocket(options, here)))
                .isInstanceOfSatisfying(
                        SystemException.class, e -> assertThat(e.errno()).isEqualTo("ENODEV"))
                .hasMessageContaining("nowhere0");
    }

    /** A socket on each end of a wire, both in the group. */
    private AdvertSocket wired() throws Exception {
        rig.wire("eth0");
        rig.addAddress("eth0", HERE + "/24");
        rig.addPeerAddress("eth0", THERE + "/24");
        Loop peer = rig.startPeer(new RecordingTask());
        open(peer, options(peer, Optional.of(GROUP)), there);
        return open(loop, options(loop, Optional.of(GROUP)), here);
    }

    private AdvertSocket.Options options(Loop of, Optional<String> group) throws Exception {
        return rig.on(
                of,
                () ->
                        new AdvertSocket.Options(
                                IpAddress.Family.IPV4,
                                Optional.of(link(of, "eth0")),
                                group.map(IpAddress::of),
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
