package org.ninelives.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.MacAddress;
import org.ninelives.api.system.FrameSocket;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.NeighbourWatch;
import org.ninelives.api.system.SystemException;

/** Who is heard to claim an address. Hosts claim addresses of their own accord as well. */
public abstract class NeighbourWatchContract extends Contract {

    private final List<ByteBuffer> arp = new CopyOnWriteArrayList<>();
    private final List<ByteBuffer> advertisements = new CopyOnWriteArrayList<>();
    private Loop peer;

    @BeforeEach
    void wire() throws Exception {
        rig.wire("eth0");
        peer = rig.startPeer(new RecordingTask());
    }

    @Test
    void claimsOfOthersAreHeardWhole() throws Exception {
        watch("eth0");
        send(peer, "eth0", Frames.arp(1), Frames.advertisement(2));
        until(arp, 1);
        until(advertisements, 2);
        assertThat(arp).contains(Frames.arp(1));
        assertThat(advertisements).contains(Frames.advertisement(2));
    }

    @Test
    void whatClaimsNothingIsNotHeard() throws Exception {
        watch("eth0");
        ByteBuffer unknown = Frames.arp(3).putShort(12, (short) 0x88b5);
        send(peer, "eth0", unknown, Frames.solicitation(4), Frames.arp(5), Frames.advertisement(6));
        until(arp, 5);
        until(advertisements, 6);
        assertThat(arp).allMatch(frame -> frame.getShort(12) == 0x0806);
        assertThat(numbers(advertisements)).contains(6).doesNotContain(4);
    }

    @Test
    void ownClaimsAreNotHeard() throws Exception {
        watch("eth0");
        send(loop, "eth0", Frames.arp(7), Frames.advertisement(8));
        send(peer, "eth0", Frames.arp(9), Frames.advertisement(10));
        until(arp, 9);
        until(advertisements, 10);
        assertThat(numbers(arp)).doesNotContain(7);
        assertThat(numbers(advertisements)).doesNotContain(8);
    }

    @Test
    void claimsOnAnotherInterfaceAreNotHeard() throws Exception {
        rig.wire("eth1");
        watch("eth0");
        send(peer, "eth1", Frames.arp(11));
        send(peer, "eth0", Frames.arp(12));
        until(arp, 12);
        assertThat(numbers(arp)).doesNotContain(11);
    }

    @Test
    void aClosedWatchIsDeaf() throws Exception {
        List<NeighbourWatch> watches = watch("eth0");
        rig.on(
                loop,
                () -> {
                    watches.getFirst().close();
                    watches.getFirst().close();
                    return null;
                });
        send(peer, "eth0", Frames.arp(13), Frames.advertisement(14));
        until(advertisements, 14);
        assertThat(numbers(arp)).doesNotContain(13);
    }

    @Test
    void claimsAreHeardAgainWhenTheInterfaceIsUpAgain() throws Exception {
        watch("eth0");
        rig.setUp("eth0", false);
        rig.setUp("eth0", true);
        rig.until("claims arrive again", () -> arrivesNow(15));
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
        assertThatThrownBy(
                        () ->
                                rig.on(
                                        loop,
                                        () ->
                                                loop.openNeighbourWatch(
                                                        missing,
                                                        IpAddress.Family.IPV4,
                                                        (now, link, frame) -> {})))
                .isInstanceOfSatisfying(
                        SystemException.class, e -> assertThat(e.errno()).isEqualTo("ENODEV"))
                .hasMessageContaining("nowhere0");
    }

    private boolean arrivesNow(int number) {
        try {
            send(peer, "eth0", Frames.arp(number));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return numbers(arp).contains(number);
    }

    /** For ARP and for neighbour advertisements. */
    private List<NeighbourWatch> watch(String name) throws Exception {
        return rig.on(
                loop,
                () -> {
                    Link link = link(loop, name);
                    return List.of(
                            loop.openNeighbourWatch(link, IpAddress.Family.IPV4, into(arp, link)),
                            loop.openNeighbourWatch(
                                    link, IpAddress.Family.IPV6, into(advertisements, link)));
                });
    }

    private static NeighbourWatch.Receiver into(List<ByteBuffer> heard, Link link) {
        return (now, linkIndex, frame) -> {
            assertThat(linkIndex).isEqualTo(link.index());
            heard.add(ByteBuffer.allocate(frame.limit()).put(0, frame, 0, frame.limit()));
        };
    }

    private void send(Loop from, String name, ByteBuffer... frames) throws Exception {
        rig.on(
                from,
                () -> {
                    FrameSocket socket = from.openFrameSocket();
                    int index = link(from, name).index();
                    for (ByteBuffer frame : frames) {
                        socket.send(index, frame);
                    }
                    socket.close();
                    return null;
                });
    }

    private static Link link(Loop of, String name) throws SystemException {
        of.links().watch(new RecordingListener());
        return of.links().find(new InterfaceName(name)).orElseThrow();
    }

    private void until(List<ByteBuffer> heard, int number) throws Exception {
        rig.until("claim " + number + " is heard", () -> numbers(heard).contains(number));
    }

    private static List<Integer> numbers(List<ByteBuffer> frames) {
        return frames.stream().map(Frames::number).toList();
    }
}
