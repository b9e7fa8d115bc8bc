package org.ninelives.linux.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.linux.libc.Constants.SOL_SOCKET;
import static org.ninelives.linux.libc.Constants.SO_RCVBUF;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.AdvertSocket;
import org.ninelives.api.system.FrameSocket;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.LoopTask;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Libc;
import org.ninelives.linux.libc.NativeBuffer;
import org.ninelives.linux.packet.LinuxAdvertSocket;
import org.ninelives.testkit.contract.Packets;
import org.ninelives.testkit.contract.RecordingListener;
import org.ninelives.testkit.contract.RecordingReceiver;
import org.ninelives.testkit.contract.RecordingTask;

/** What only the kernel can show of packets and frames. */
@Tag("kernel")
class KernelPacketTest {

    private static final IpAddress GROUP = IpAddress.of("224.0.0.18");
    private static final IpAddress IPV6_GROUP = IpAddress.of("ff02::12");
    private static final String HERE = "10.9.0.1";
    private static final String IPV6_HERE = "2001:db8:9::1";

    private final RecordingReceiver there = new RecordingReceiver();
    private KernelRig rig;
    private Loop loop;
    private Loop peer;

    @BeforeEach
    void start() throws Exception {
        rig = new KernelRig();
        loop = rig.start(new RecordingTask());
        rig.wire("eth0");
        rig.addAddress("eth0", HERE + "/24");
        rig.addPeerAddress("eth0", "10.9.0.2/24");
        rig.addAddress("eth0", IPV6_HERE + "/64");
        peer = rig.startPeer(new RecordingTask());
    }

    @AfterEach
    void stop() {
        if (loop != null) {
            loop.close();
        }
        if (rig != null) {
            rig.close();
        }
    }

    @Test
    void framesAndAdvertsLeaveInTheOrderOfAsking() throws Exception {
        open(peer, there);
        AdvertSocket adverts = open(loop, new RecordingReceiver());
        Link eth0 = link(loop);
        rig.on(
                loop,
                () -> {
                    FrameSocket frames = loop.openFrameSocket();
                    for (int i = 0; i < 100; i++) {
                        ByteBuffer packet = Packets.packet(HERE, GROUP.toString(), i, 40);
                        if (i % 2 == 0) {
                            adverts.send(packet, GROUP);
                        } else {
                            frames.send(eth0.index(), frame(packet));
                        }
                    }
                    return null;
                });
        rig.until("all packets arrived", () -> there.packets().size() == 100);
        assertThat(there.packets().stream().map(Packets::number)).isSorted();
    }

    @ParameterizedTest
    @EnumSource
    void sendingAndReceivingAllocatesNothing(IpAddress.Family family) throws Exception {
        int rounds = 20_000;
        Counting counting = new Counting();
        boolean ipv4 = family == IpAddress.Family.IPV4;
        IpAddress group = ipv4 ? GROUP : IPV6_GROUP;
        AdvertSocket in = open(peer, group, counting);
        AdvertSocket out = open(loop, group, counting);
        assertThat(in).isNotNull();
        ByteBuffer packet = Packets.packet(ipv4 ? HERE : IPV6_HERE, group.toString(), 1, 60);
        for (int round = 0; round < 3; round++) { // The first rounds warm up.
            counting.clear();
            long sent = rig.on(loop, () -> allocatedBySending(out, packet, group, rounds));
            assertThat(sent).as("bytes for %d sends", rounds).isLessThan(rounds / 2);
            rig.until("something arrived", () -> counting.packets > 0);
        }
        rig.until("packets were received in turns", () -> counting.packets > 100);
        rig.on(peer, () -> null);
        assertThat(counting.bytesBetween()).as("bytes per packet").isLessThan(1);
    }

    @Test
    void theReceiveBufferIsWhatWasAskedForLast() throws Exception {
        Link eth0 = link(loop);
        AdvertSocket.Options usual =
                new AdvertSocket.Options(
                        IpAddress.Family.IPV4,
                        Optional.of(eth0),
                        Optional.empty(),
                        OptionalInt.empty());
        AdvertSocket socket = rig.on(loop, () -> loop.openAdvertSocket(usual, there));
        int usualBytes = bufferBytes(socket);

        rig.on(loop, () -> setBuffer(socket, OptionalInt.of(4 << 20)));
        assertThat(bufferBytes(socket)).isEqualTo(2 * (4 << 20));
        rig.on(loop, () -> setBuffer(socket, OptionalInt.of(20_000)));
        assertThat(bufferBytes(socket)).isEqualTo(2 * 20_000);
        rig.on(loop, () -> setBuffer(socket, OptionalInt.empty()));
        assertThat(bufferBytes(socket)).isEqualTo(usualBytes);
    }

    private static Object setBuffer(AdvertSocket socket, OptionalInt bytes) throws SystemException {
        socket.setReceiveBuffer(bytes);
        return socket;
    }

    /** Twice what was asked for (socket(7)). */
    private static int bufferBytes(AdvertSocket socket) {
        NativeBuffer value = NativeBuffer.allocate(Integer.BYTES);
        NativeBuffer length = NativeBuffer.allocate(Integer.BYTES);
        length.bytes().putInt(0, value.size());
        int fd = ((LinuxAdvertSocket) socket).fd();
        assertThat(Libc.getsockopt(fd, SOL_SOCKET, SO_RCVBUF, value.address(), length.address()))
                .isZero();
        return value.bytes().getInt(0);
    }

    @Test
    void aFloodDoesNotKeepDeadlinesWaiting() throws Exception {
        CountDownLatch flood = new CountDownLatch(1);
        Counting counting = new Counting();
        DueCount task = new DueCount(counting);
        Loop flooded = rig.startPeer(task);
        open(flooded, counting);
        AdvertSocket out = open(loop, new RecordingReceiver());
        flooded.post(
                () -> {
                    awaitUninterruptibly(flood); // Packets pile up meanwhile.
                    task.deadlineNanos = System.nanoTime();
                });
        ByteBuffer packet = Packets.packet(HERE, GROUP.toString(), 1, 40);
        rig.on(loop, () -> allocatedBySending(out, packet, GROUP, 2000));
        rig.on(loop, () -> null); // By now the turn that sent is over.
        flood.countDown();
        rig.until("the flood was received", () -> counting.packets > 1000);
        assertThat(task.packetsBefore).isBetween(0, 256);
    }

    @Test
    void whatPilesUpWhileTheLoopStandsStillIsHeardBeforeAnythingIsDue() throws Exception {
        CountDownLatch standstill = new CountDownLatch(1);
        Counting counting = new Counting();
        DueCount task = new DueCount(counting);
        Loop still = rig.startPeer(task);
        open(still, counting);
        AdvertSocket out = open(loop, new RecordingReceiver());
        still.post(() -> awaitUninterruptibly(standstill));
        ByteBuffer packet = Packets.packet(HERE, GROUP.toString(), 1, 40);
        rig.on(loop, () -> allocatedBySending(out, packet, GROUP, 1000));
        rig.on(loop, () -> null); // By now the turn that sent is over.
        task.deadlineNanos = System.nanoTime();
        rig.until(
                "it stands still for long",
                () -> System.nanoTime() - task.deadlineNanos > 100_000_000);
        standstill.countDown();
        rig.until("the task was called", () -> task.packetsBefore >= 0);
        assertThat(task.packetsBefore).isGreaterThan(512); // Two turns would not be enough.
    }

    /** Remembers how many packets had been received when it was called. */
    private static final class DueCount implements LoopTask {

        private final Counting counting;
        private volatile long deadlineNanos = NEVER;
        private volatile int packetsBefore = -1;

        DueCount(Counting counting) {
            this.counting = counting;
        }

        @Override
        public long deadlineNanos() {
            return deadlineNanos;
        }

        @Override
        public void due(long nowNanos) {
            deadlineNanos = NEVER;
            packetsBefore = counting.packets;
        }

        @Override
        public void turnEnded(long nowNanos) {
            // Nothing to publish.
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends full batches, so that what is measured is sending rather than waiting. */
    private static long allocatedBySending(
            AdvertSocket out, ByteBuffer packet, IpAddress group, int count) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().threadId();
        threads.getThreadAllocatedBytes(id);
        long before = threads.getThreadAllocatedBytes(id);
        for (int i = 0; i < count; i++) {
            out.send(packet, group);
        }
        return threads.getThreadAllocatedBytes(id) - before;
    }

    /** Counts packets, and what the receiving thread allocates from one to the next. */
    private static final class Counting implements AdvertSocket.Receiver {

        private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        private volatile int packets;
        private volatile long first;
        private volatile long last;

        @Override
        public void received(long nowNanos, ByteBuffer packet, boolean truncated) {
            last = threads.getCurrentThreadAllocatedBytes();
            if (packets == 0) {
                first = last;
            }
            int count = packets + 1;
            packets = count;
        }

        void clear() {
            packets = 0;
        }

        long bytesBetween() {
            return (last - first) / packets;
        }

        @Override
        public void sendFailed(IpAddress destination, SystemException cause) {
            // A full queue of the interface refuses some of a flood.
        }
    }

    private static ByteBuffer frame(ByteBuffer packet) {
        ByteBuffer frame = ByteBuffer.allocate(14 + packet.remaining());
        frame.put(new byte[] {1, 0, 0x5e, 0, 0, 0x12}); // RFC 1112 section 6.4
        frame.put(new byte[] {2, 0, 0, 0, 0, 1}).putShort((short) 0x0800);
        frame.put(checksummed(packet));
        return frame.flip();
    }

    /** Nobody fills in the header's checksum of a frame; RFC 1071. */
    private static ByteBuffer checksummed(ByteBuffer packet) {
        int sum = 0;
        for (int i = 0; i < Packets.header(packet); i += 2) {
            sum += Short.toUnsignedInt(packet.getShort(i));
        }
        return packet.putShort(10, (short) ~((sum & 0xffff) + (sum >>> 16)));
    }

    private AdvertSocket open(Loop on, AdvertSocket.Receiver receiver) throws Exception {
        return open(on, GROUP, receiver);
    }

    private AdvertSocket open(Loop on, IpAddress group, AdvertSocket.Receiver receiver)
            throws Exception {
        Link eth0 = link(on);
        AdvertSocket.Options options =
                new AdvertSocket.Options(
                        group.family(),
                        Optional.of(eth0),
                        Optional.of(group),
                        OptionalInt.of(4 << 20));
        return rig.on(on, () -> on.openAdvertSocket(options, receiver));
    }

    private Link link(Loop of) throws Exception {
        return rig.on(
                of,
                () -> {
                    of.links().watch(new RecordingListener());
                    return of.links().find(new InterfaceName("eth0")).orElseThrow();
                });
    }
}
