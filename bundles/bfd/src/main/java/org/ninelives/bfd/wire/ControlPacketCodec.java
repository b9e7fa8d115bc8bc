package org.ninelives.bfd.wire;

import java.nio.ByteBuffer;
import org.ninelives.bfd.core.ControlPacket;
import org.ninelives.bfd.core.State;

/**
 * Reads and writes control packets without authentication section, RFC 5880 section 4.1. Allocates
 * nothing. Buffers are in network order, and absolute positions are used.
 *
 * <pre>
 *    0   version 3 bits, diagnostic 5
 *    1   state 2 bits, Poll, Final, Control Plane Independent, Authentication Present, Demand, Multipoint
 *    2   Detect Mult
 *    3   length
 *    4   My Discriminator
 *    8   Your Discriminator
 *   12   Desired Min TX Interval
 *   16   Required Min RX Interval
 *   20   Required Min Echo RX Interval
 * </pre>
 */
public final class ControlPacketCodec {

    /** The length of a packet without authentication section. */
    public static final int LENGTH = 24;

    private static final int FLAGS = 1;
    private static final int MULTIPLIER = 2;
    private static final int LENGTH_FIELD = 3;
    private static final int MY_DISCRIMINATOR = 4;
    private static final int YOUR_DISCRIMINATOR = 8;
    private static final int MIN_TX = 12;
    private static final int MIN_RX = 16;
    private static final int MIN_ECHO_RX = 20;

    private static final int VERSION = 1;
    private static final int VERSION_SHIFT = 5;
    private static final int DIAGNOSTIC_MASK = 0x1f;
    private static final int STATE_SHIFT = 6;
    private static final int POLL = 0x20;
    private static final int FINAL = 0x10;
    private static final int AUTHENTICATION_PRESENT = 0x04;
    private static final int DEMAND = 0x02;
    private static final int MULTIPOINT = 0x01;

    private static final State[] STATES = State.values();

    private ControlPacketCodec() {}

    /** Writes a packet to the start of the buffer and sets position and limit around it. */
    public static void write(ControlPacket packet, ByteBuffer bytes) {
        int flags = packet.state().number() << STATE_SHIFT;
        flags |= packet.isPoll() ? POLL : 0;
        flags |= packet.isFinal() ? FINAL : 0;
        flags |= packet.isDemand() ? DEMAND : 0;
        bytes.clear()
                .put(0, (byte) (VERSION << VERSION_SHIFT | packet.diagnostic()))
                .put(FLAGS, (byte) flags)
                .put(MULTIPLIER, (byte) packet.multiplier())
                .put(LENGTH_FIELD, (byte) LENGTH)
                .putInt(MY_DISCRIMINATOR, packet.senderDiscriminator())
                .putInt(YOUR_DISCRIMINATOR, packet.receiverDiscriminator())
                .putInt(MIN_TX, (int) packet.minTxMicros())
                .putInt(MIN_RX, (int) packet.minRxMicros())
                .putInt(MIN_ECHO_RX, 0)
                .limit(LENGTH);
    }

    /**
     * Reads a packet as far as it can be judged without its session.
     *
     * @param bytes from position 0 to its limit
     * @param packet filled if there is no flaw, otherwise left as it is
     */
    public static Flaw read(ByteBuffer bytes, ControlPacket packet) {
        Flaw flaw = check(bytes);
        if (flaw != Flaw.NONE) {
            return flaw;
        }
        int flags = bytes.get(FLAGS);
        packet.is(
                        state(flags),
                        bytes.get(0) & DIAGNOSTIC_MASK,
                        bytes.getInt(MY_DISCRIMINATOR),
                        bytes.getInt(YOUR_DISCRIMINATOR))
                .offers(
                        Integer.toUnsignedLong(bytes.getInt(MIN_TX)),
                        Integer.toUnsignedLong(bytes.getInt(MIN_RX)),
                        Byte.toUnsignedInt(bytes.get(MULTIPLIER)))
                .flags((flags & POLL) != 0, (flags & FINAL) != 0, (flags & DEMAND) != 0);
        return Flaw.NONE;
    }

    /** In the order of RFC 5880 section 6.8.6. */
    private static Flaw check(ByteBuffer bytes) {
        if (bytes.limit() < LENGTH) {
            return Flaw.TOO_SHORT;
        }
        if (Byte.toUnsignedInt(bytes.get(0)) >>> VERSION_SHIFT != VERSION) {
            return Flaw.OTHER_VERSION;
        }
        int length = Byte.toUnsignedInt(bytes.get(LENGTH_FIELD));
        if (length < LENGTH || length > bytes.limit()) {
            return Flaw.WRONG_LENGTH;
        }
        if (bytes.get(MULTIPLIER) == 0) {
            return Flaw.NO_MULTIPLIER;
        }
        return checkFlags(bytes, bytes.get(FLAGS));
    }

    private static Flaw checkFlags(ByteBuffer bytes, int flags) {
        if ((flags & MULTIPOINT) != 0) {
            return Flaw.MULTIPOINT;
        }
        if (bytes.getInt(MY_DISCRIMINATOR) == 0) {
            return Flaw.NO_SENDER;
        }
        boolean isDown = state(flags) == State.DOWN || state(flags) == State.ADMIN_DOWN;
        if (bytes.getInt(YOUR_DISCRIMINATOR) == 0 && !isDown) {
            return Flaw.NO_RECEIVER;
        }
        if ((flags & POLL) != 0 && (flags & FINAL) != 0) {
            return Flaw.POLL_AND_FINAL;
        }
        return (flags & AUTHENTICATION_PRESENT) != 0 ? Flaw.AUTHENTICATED : Flaw.NONE;
    }

    private static State state(int flags) {
        return STATES[flags >>> STATE_SHIFT & STATES.length - 1];
    }
}
