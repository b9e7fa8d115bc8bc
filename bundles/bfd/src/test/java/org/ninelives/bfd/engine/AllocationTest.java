package org.ninelives.bfd.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.ninelives.bfd.core.ControlPacket;
import org.ninelives.bfd.core.Effect;
import org.ninelives.bfd.core.Input;
import org.ninelives.bfd.core.Session;
import org.ninelives.bfd.core.SessionSettings;
import org.ninelives.bfd.core.State;
import org.ninelives.bfd.wire.ControlPacketCodec;

/** What happens at each packet leaves nothing for the garbage collector. */
class AllocationTest {

    private static final int PACKETS = 1_000_000;
    private static final int WARM_UP = 50_000;

    private final Session session =
            new Session(
                    1,
                    new SessionSettings(10_000, 10_000, 1_000_000, 5, false),
                    new SplittableRandom(1));
    private final ByteBuffer sent = ByteBuffer.allocate(ControlPacketCodec.LENGTH);
    private final ByteBuffer heard = ByteBuffer.allocate(ControlPacketCodec.LENGTH);
    private final ControlPacket packet = new ControlPacket();
    private long nowNanos;

    @Test
    void hearingAndSendingAllocateNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        session.handle(nowNanos, Input.START, this::perform);
        hear(State.DOWN);
        hear(State.INIT);
        repeat(WARM_UP);

        long before = threads.getCurrentThreadAllocatedBytes();
        repeat(PACKETS);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(PACKETS);
        assertThat(session.state()).isEqualTo(State.UP);
    }

    private void repeat(int times) {
        Consumer<Effect> performer = this::perform;
        for (int i = 0; i < times; i++) {
            nowNanos = session.deadlineNanos();
            session.handle(nowNanos, Input.TICK, performer);
            if (ControlPacketCodec.read(heard, packet) != null) {
                session.handle(nowNanos, packet, performer);
            }
        }
    }

    private void hear(State state) {
        ControlPacketCodec.write(
                new ControlPacket().is(state, 0, 2, 1).offers(10_000, 10_000, 5), heard);
        ControlPacketCodec.read(heard, packet);
        session.handle(nowNanos, packet, this::perform);
        ControlPacketCodec.write(
                new ControlPacket().is(State.UP, 0, 2, 1).offers(10_000, 10_000, 5), heard);
    }

    private void perform(Effect effect) {
        if (effect instanceof Effect.SendPacket send) {
            ControlPacketCodec.write(send.packet(), sent);
        }
    }
}
