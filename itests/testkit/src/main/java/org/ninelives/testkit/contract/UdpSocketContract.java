package org.ninelives.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.Datagram;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.PortRange;
import org.ninelives.api.system.SystemException;
import org.ninelives.api.system.UdpSocket;

/** How UDP packets travel between two machines. */
public abstract class UdpSocketContract extends Contract {

    private static final int PORT = 3784;
    private static final PortRange FREE = new PortRange(49_152, 65_534);

    private final IpAddress.Family family;
    private final IpAddress own;
    private final IpAddress other;
    private final IpAddress absent;
    private final IpAddress foreign;
    private final String length;

    private final Recorder here = new Recorder();
    private final Recorder there = new Recorder();

    /** The contract for one address family. */
    protected UdpSocketContract(IpAddress.Family family) {
        this.family = family;
        boolean ipv4 = family == IpAddress.Family.IPV4;
        own = IpAddress.of(ipv4 ? "10.9.0.1" : "2001:db8:9::1");
        other = IpAddress.of(ipv4 ? "10.9.0.2" : "2001:db8:9::2");
        absent = IpAddress.of(ipv4 ? "10.9.0.3" : "2001:db8:9::3");
        foreign = IpAddress.of(ipv4 ? "10.9.0.4" : "2001:db8:9::4");
        length = ipv4 ? "/24" : "/64";
    }

    /** A packet as it was heard. */
    private record Heard(
            IpAddress source,
            IpAddress destination,
            int hopLimit,
            int number,
            int length,
            boolean truncated) {}

    private final class Recorder implements UdpSocket.Receiver {

        private final List<Heard> heard = new CopyOnWriteArrayList<>();
        private final List<SystemException> failures = new CopyOnWriteArrayList<>();

        @Override
        public void received(long nowNanos, Datagram datagram) {
            assertThat(datagram.isFrom(datagram.source())).isTrue();
            assertThat(datagram.isTo(datagram.destination())).isTrue();
            assertThat(datagram.isFrom(foreign)).isFalse();
            assertThat(datagram.isTo(foreign)).isFalse();
            assertThat(datagram.payload().position()).isZero();
            heard.add(
                    new Heard(
                            datagram.source(),
                            datagram.destination(),
                            datagram.hopLimit(),
                            datagram.payload().getInt(0),
                            datagram.payload().limit(),
                            datagram.truncated()));
        }

        @Override
        public void sendFailed(IpAddress destination, SystemException cause) {
            failures.add(cause);
        }
    }

    @Test
    void aPacketArrivesWithWhatItsHeaderSays() throws Exception {
        wire();
        UdpSocket socket = open(loop, options(Optional.empty(), FREE, 255), here);

        send(socket, other, 7, 24);
        rig.until("the packet arrived", () -> !there.heard.isEmpty());

        assertThat(there.heard).containsExactly(new Heard(own, other, 255, 7, 24, false));
        assertThat(socket.port()).isBetween(FREE.first(), FREE.last());
    }

    @Test
    void theHopLimitIsTheSenders() throws Exception {
        wire();
        UdpSocket socket = open(loop, options(Optional.of(own), FREE, 64), here);

        send(socket, other, 8, 24);
        rig.until("the packet arrived", () -> !there.heard.isEmpty());

        assertThat(there.heard.getFirst().hopLimit()).isEqualTo(64);
    }

    @Test
    void packetsOfATurnArriveInTheirOrder() throws Exception {
        wire();
        UdpSocket socket = open(loop, options(Optional.empty(), FREE, 255), here);

        rig.on(
                loop,
                () -> {
                    ByteBuffer reused = ByteBuffer.allocate(24);
                    for (int i = 0; i < 150; i++) {
                        socket.send(reused.putInt(0, i), other, PORT);
                    }
                    return null;
                });
        rig.until("all packets arrived", () -> there.heard.size() == 150);

        assertThat(there.heard.stream().map(Heard::number)).isSorted();
    }

    @Test
    void aLongPacketArrivesWithoutItsEndAndSaysSo() throws Exception {
        wire();
        UdpSocket socket = open(loop, options(Optional.empty(), FREE, 255), here);

        send(socket, other, 9, 513);
        rig.until("the packet arrived", () -> !there.heard.isEmpty());

        assertThat(there.heard).containsExactly(new Heard(own, other, 255, 9, 512, true));
    }

    @Test
    void whatHasComeIsHandedOverWhenTheLoopCatchesUp() throws Exception {
        wire();
        UdpSocket socket = open(loop, options(Optional.empty(), FREE, 255), here);
        UdpSocket listening = open(loop, options(Optional.empty(), only(PORT), 255), here);

        List<Heard> heard =
                rig.on(
                        loop,
                        () -> {
                            socket.send(payload(10, 24), own, PORT);
                            socket.close();
                            listening.catchUp(loop.nowNanos());
                            return List.copyOf(here.heard);
                        });

        assertThat(heard).extracting(Heard::number).containsExactly(10);
    }

    @Test
    void socketsOfOneRangeHavePortsOfTheirOwn() throws Exception {
        PortRange two = new PortRange(50_000, 50_001);
        UdpSocket one = open(loop, options(Optional.empty(), two, 255), here);
        UdpSocket next = open(loop, options(Optional.empty(), two, 255), here);

        assertThat(List.of(one.port(), next.port())).containsExactlyInAnyOrder(50_000, 50_001);
        assertThatThrownBy(() -> open(loop, options(Optional.empty(), two, 255), here))
                .isInstanceOfSatisfying(
                        SystemException.class, e -> assertThat(e.errno()).isEqualTo("EADDRINUSE"))
                .hasMessageContaining("another program has it");
    }

    @Test
    void anAddressThatComesLaterCanBeBoundTo() throws Exception {
        wire();
        UdpSocket socket = open(loop, options(Optional.of(absent), FREE, 255), here);

        rig.addAddress("eth0", absent + length);
        send(socket, other, 12, 24);
        rig.until("the packet arrived", () -> !there.heard.isEmpty());

        assertThat(there.heard.getFirst().number()).isEqualTo(12);
    }

    @Test
    void sendingToNowhereFailsVisibly() throws Exception {
        UdpSocket socket = open(loop, options(Optional.empty(), FREE, 255), here);

        send(socket, other, 13, 24);

        rig.until("the failure is told", () -> !here.failures.isEmpty());
        assertThat(here.failures.getFirst()).hasMessageContaining("ENETUNREACH");
    }

    @Test
    void whatIsQueuedLeavesBeforeTheSocketClosesAndNothingAfter() throws Exception {
        wire();
        UdpSocket socket = open(loop, options(Optional.empty(), FREE, 255), here);

        rig.on(
                loop,
                () -> {
                    socket.send(payload(14, 24), other, PORT);
                    socket.close();
                    socket.close();
                    return null;
                });

        rig.until("the packet arrived", () -> !there.heard.isEmpty());
        assertThatThrownBy(() -> send(socket, other, 15, 24))
                .isInstanceOf(IllegalStateException.class);
    }

    /** A wire, and a socket that listens at its other end. */
    private void wire() throws Exception {
        rig.wire("eth0");
        rig.addAddress("eth0", own + length);
        rig.addPeerAddress("eth0", other + length);
        Loop peer = rig.startPeer(new RecordingTask());
        open(peer, options(Optional.empty(), only(PORT), 255), there);
    }

    private UdpSocket.Options options(Optional<IpAddress> local, PortRange ports, int hopLimit) {
        return new UdpSocket.Options(family, local, ports, hopLimit, OptionalInt.of(100_000));
    }

    private static PortRange only(int port) {
        return new PortRange(port, port);
    }

    private UdpSocket open(Loop on, UdpSocket.Options options, UdpSocket.Receiver receiver)
            throws Exception {
        return rig.on(on, () -> on.openUdpSocket(options, receiver));
    }

    private void send(UdpSocket socket, IpAddress destination, int number, int bytes)
            throws Exception {
        rig.on(
                loop,
                () -> {
                    socket.send(payload(number, bytes), destination, PORT);
                    return null;
                });
    }

    private static ByteBuffer payload(int number, int bytes) {
        return ByteBuffer.allocate(bytes).putInt(0, number);
    }
}
