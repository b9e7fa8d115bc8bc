package org.ninelives.bfd.core;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.ninelives.bfd.wire.ControlPacketCodec;
import org.ninelives.bfd.wire.Flaw;

/**
 * Two nodes with a session each and a network between them that loses, delays, doubles and
 * reorders, all from one seed; a node may stand still, and packets wait for it meanwhile.
 */
final class SimulatedPair {

    private static final long MILLI = 1_000_000;

    /** Delays of a network in order are far below every detection time. */
    private static final long CALM_DELAY_NANOS = MILLI / 5;

    private record Packet(long arrivalNanos, long number, int to, ByteBuffer bytes) {}

    private final long seed;
    private final SplittableRandom random;
    private final SimulatedEnd[] ends = new SimulatedEnd[2];
    private final PriorityQueue<Packet> packets =
            new PriorityQueue<>(
                    Comparator.comparingLong(Packet::arrivalNanos)
                            .thenComparingLong(Packet::number));
    private final long[] lastArrivalNanos = new long[2];
    private long nowNanos = 3_600_000 * MILLI;
    private long numbers;
    private long inputs;
    private int lossPercent;
    private int doublePercent;
    private long delayNanos = CALM_DELAY_NANOS;

    SimulatedPair(long seed) {
        this.seed = seed;
        random = new SplittableRandom(seed);
        boolean passive = random.nextInt(4) == 0;
        ends[0] = new SimulatedEnd(this, 0, settings(passive), random.split());
        ends[1] = new SimulatedEnd(this, 1, settings(false), random.split());
    }

    /** Times whose detection is always longer than what a calm network and its jitter need. */
    private SessionSettings settings(boolean passive) {
        return new SessionSettings(
                1_000L * (5 + random.nextInt(300)),
                1_000L * (5 + random.nextInt(300)),
                1_000_000L * (1 + random.nextInt(2)),
                random.nextInt(8) == 0 ? 1 : 2 + random.nextInt(5),
                passive);
    }

    /** Runs the whole story, and answers how many inputs it had. */
    long run() {
        ends[0].start();
        run(random.nextLong(2_000) * MILLI);
        ends[1].start();
        for (int i = 0; i < 6; i++) {
            trouble();
            run(random.nextLong(4_000) * MILLI);
        }
        calm();
        run(20_000 * MILLI);
        for (SimulatedEnd end : ends) {
            end.check(end.session().state() == State.UP, "after peace both are up");
            end.expectNoFall();
        }
        changeInPeace();
        cut();
        return inputs;
    }

    private void trouble() {
        SimulatedEnd end = ends[random.nextInt(2)];
        switch (random.nextInt(6)) {
            case 0 -> disturb(random.nextInt(60), random.nextInt(30), random.nextLong(200) * MILLI);
            case 1 -> disturb(100, 0, CALM_DELAY_NANOS);
            case 2 -> end.pause(random.nextLong(3_000) * MILLI);
            case 3 -> end.handle(Input.DISABLE);
            case 4 -> end.change(settings(false));
            default -> calm();
        }
    }

    private void disturb(int loss, int doubled, long delay) {
        lossPercent = loss;
        doublePercent = doubled;
        delayNanos = Math.max(CALM_DELAY_NANOS, delay);
    }

    private void calm() {
        disturb(0, 0, CALM_DELAY_NANOS);
        for (SimulatedEnd end : ends) {
            end.handle(Input.ENABLE);
        }
    }

    /** Reloads on a network in order end no session, and both come to agree. */
    private void changeInPeace() {
        for (int i = 0; i < 4; i++) {
            ends[random.nextInt(2)].change(settings(false));
            run(random.nextLong(700) * MILLI);
        }
        run(10_000 * MILLI);
        for (SimulatedEnd end : ends) {
            end.checkAgreement(ends[1 - end.number()].session().settings());
        }
    }

    /** A cut network is noticed by both within their detection time. */
    private void cut() {
        ends[0].expectFall();
        ends[1].expectFall();
        disturb(100, 0, CALM_DELAY_NANOS);
        long longest =
                Math.max(ends[0].session().detectionMicros(), ends[1].session().detectionMicros());
        run(Intervals.nanos(longest) + MILLI);
        for (SimulatedEnd end : ends) {
            end.check(end.session().state() == State.DOWN, "a cut is noticed");
        }
    }

    private void run(long nanos) {
        long end = nowNanos + nanos;
        while (true) {
            SimulatedEnd due = ends[0].wakesNanos() <= ends[1].wakesNanos() ? ends[0] : ends[1];
            long arrival = packets.isEmpty() ? Intervals.NEVER : packets.peek().arrivalNanos();
            long next = Math.min(arrival, due.wakesNanos());
            if (next > end) {
                nowNanos = end;
                return;
            }
            nowNanos = Math.max(nowNanos, next);
            if (arrival == next) {
                Packet packet = packets.remove();
                ends[packet.to()].arrive(packet.bytes());
            } else {
                due.wake();
            }
        }
    }

    void send(int from, ControlPacket packet) {
        if (random.nextInt(100) < lossPercent) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.allocate(ControlPacketCodec.LENGTH);
        ControlPacketCodec.write(packet, bytes);
        int copies = random.nextInt(100) < doublePercent ? 2 : 1;
        for (int copy = 0; copy < copies; copy++) {
            long arrival = nowNanos + 1 + random.nextLong(delayNanos);
            if (delayNanos == CALM_DELAY_NANOS) {
                // Of two offers that overtake each other the older one would stay.
                arrival = Math.max(arrival, lastArrivalNanos[from]);
                lastArrivalNanos[from] = arrival;
            }
            packets.add(new Packet(arrival, numbers++, 1 - from, bytes));
        }
    }

    /** Reads a packet as the engine does; empty if it names another session. */
    static List<ControlPacket> read(ByteBuffer bytes, int discriminator) {
        ControlPacket packet = new ControlPacket();
        if (ControlPacketCodec.read(bytes, packet) != Flaw.NONE) {
            throw new AssertionError("not a packet: " + packet);
        }
        List<ControlPacket> read = new ArrayList<>();
        int receiver = packet.receiverDiscriminator();
        if (receiver == 0 || receiver == discriminator) {
            read.add(packet);
        }
        return read;
    }

    long nowNanos() {
        return nowNanos;
    }

    void inputHandled() {
        inputs++;
    }

    void fail(String what) {
        throw new AssertionError(
                "seed %d: %s does not hold; %s; %s".formatted(seed, what, ends[0], ends[1]));
    }
}
