package org.ninelives.bfd.wire;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.ninelives.bfd.core.ControlPacket;
import org.ninelives.bfd.core.Input;
import org.ninelives.bfd.core.Session;
import org.ninelives.bfd.core.SessionSettings;
import org.ninelives.bfd.core.State;

/**
 * Packets from outside. The first byte of an input chooses the state of the session that hears the
 * packet, which is the rest.
 */
public final class BfdFuzzer {

    private static final int DISCRIMINATOR = 0x01020304;
    private static final SessionSettings SETTINGS =
            new SessionSettings(10_000, 10_000, 1_000_000, 5, false);

    private BfdFuzzer() {}

    /** See {@link org.ninelives.testkit.fuzz.FuzzTarget}; the name is the one Jazzer looks for. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.wrap(input, 1, input.length - 1).slice();
        byte[] before = input.clone();
        ControlPacket packet = new ControlPacket();
        if (ControlPacketCodec.read(bytes, packet) != Flaw.NONE) {
            return;
        }
        check(ByteBuffer.wrap(before).equals(ByteBuffer.wrap(input)), "the packet was written to");
        check(packet.multiplier() > 0, "a multiplier of 0");
        check(packet.senderDiscriminator() != 0, "no sender");
        ByteBuffer again = ByteBuffer.allocate(ControlPacketCodec.LENGTH);
        ControlPacketCodec.write(packet, again);
        ControlPacket copy = new ControlPacket();
        check(ControlPacketCodec.read(again, copy) == Flaw.NONE, "cannot be written again");
        check(copy.toString().equals(packet.toString()), "another packet: " + copy);
        hear(session(input[0]), packet);
    }

    private static Session session(int state) {
        Session session = new Session(DISCRIMINATOR, SETTINGS, new SplittableRandom(0));
        session.handle(0, Input.START, effect -> {});
        switch (state & 3) {
            case 0 -> session.handle(0, Input.DISABLE, effect -> {});
            case 1 -> session.handle(0, heard(State.DOWN), effect -> {});
            case 2 -> session.handle(0, heard(State.INIT), effect -> {});
            default -> {} // It has begun and is down.
        }
        return session;
    }

    private static ControlPacket heard(State state) {
        return new ControlPacket().is(state, 0, 7, DISCRIMINATOR).offers(10_000, 10_000, 5);
    }

    private static void hear(Session session, ControlPacket packet) {
        session.handle(1, packet, effect -> {});
        check(session.neighbour().isKnown(), "the neighbour is known");
        check(session.silenceEndsNanos() > 1, "silence ends later");
        check(session.txMicros() >= packet.minRxMicros(), "faster than the neighbour wants");
        long now = session.deadlineNanos();
        session.handle(now, Input.TICK, effect -> {});
        check(session.deadlineNanos() > now, "the deadline stays");
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
