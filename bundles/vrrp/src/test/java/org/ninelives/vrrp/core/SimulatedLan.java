package org.ninelives.vrrp.core;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.LongConsumer;
import org.ninelives.api.net.IpAddress;

/**
 * Routers on segments of a network that loses, delays, doubles and reorders packets, all from one
 * seed.
 */
final class SimulatedLan {

    /** An advert under way; its bytes are empty where nobody signs. */
    record Packet(
            long arrivalNanos,
            long number,
            int to,
            IpAddress source,
            int priority,
            long intervalNanos,
            ByteBuffer bytes) {}

    private record Planned(long atNanos, long number, LongConsumer event) {}

    /** Several times what the longest case without a storm needs. */
    private static final int INPUTS_MAX = 20_000;

    private static final int ROUTERS_MAX = 8;

    private final long seed;
    private final Random random;
    private final List<SimulatedRouter> routers = new ArrayList<>();
    private final PriorityQueue<Packet> packets =
            new PriorityQueue<>(
                    Comparator.comparingLong(Packet::arrivalNanos)
                            .thenComparingLong(Packet::number));
    private final PriorityQueue<Planned> plan =
            new PriorityQueue<>(
                    Comparator.comparingLong(Planned::atNanos).thenComparingLong(Planned::number));
    private final boolean[][] cut = new boolean[ROUTERS_MAX][ROUTERS_MAX];
    private final long[][] lastArrival = new long[ROUTERS_MAX][ROUTERS_MAX];
    private final long startNanos;

    private long nowNanos;
    private long count;
    private long inputs;
    private boolean alarmsAllowed = true;
    private int lossPercent;
    private int doublePercent;
    private long delayNanos = 200_000;

    SimulatedLan(long seed, Random random, long startNanos) {
        this.seed = seed;
        this.random = random;
        this.startNanos = startNanos;
        nowNanos = startNanos;
        for (long[] row : lastArrival) {
            Arrays.fill(row, startNanos);
        }
    }

    SimulatedRouter add(SimulatedRouter router) {
        routers.add(router);
        return router;
    }

    List<SimulatedRouter> routers() {
        return routers;
    }

    long nowNanos() {
        return nowNanos;
    }

    long inputs() {
        return inputs;
    }

    void disturb(int lossPercent, int doublePercent, long delayNanos) {
        this.lossPercent = lossPercent;
        this.doublePercent = doublePercent;
        this.delayNanos = delayNanos;
    }

    void cut(int from, int to, boolean isCut) {
        cut[from][to] = isCut;
    }

    void heal() {
        disturb(0, 0, 200_000);
        for (boolean[] row : cut) {
            Arrays.fill(row, false);
        }
    }

    void plan(long atNanos, LongConsumer event) {
        plan.add(new Planned(atNanos, count++, event));
    }

    /** Lets the world go on until {@code endNanos}: packets first, then events, then timers. */
    void run(long endNanos) {
        while (true) {
            SimulatedRouter due = earliest();
            long arrival = packets.isEmpty() ? Timers.NEVER : packets.peek().arrivalNanos();
            long planned = plan.isEmpty() ? Timers.NEVER : plan.peek().atNanos();
            long next = Math.min(Math.min(arrival, planned), due.deadlineNanos());
            if (next > endNanos) {
                nowNanos = endNanos;
                return;
            }
            nowNanos = Math.max(nowNanos, next);
            if (arrival == next) {
                arrive(packets.poll());
            } else if (planned == next) {
                plan.poll().event().accept(nowNanos);
            } else {
                due.tick(nowNanos);
            }
        }
    }

    void send(
            long now,
            SimulatedRouter from,
            IpAddress source,
            int priority,
            long interval,
            ByteBuffer bytes) {
        if (!from.linkUp()) {
            return;
        }
        for (int to = 0; to < routers.size(); to++) {
            if (!from.isBeside(routers.get(to))
                    || cut[from.id()][to]
                    || random.nextInt(100) < lossPercent) {
                continue;
            }
            int copies = random.nextInt(100) < doublePercent ? 2 : 1;
            for (int copy = 0; copy < copies; copy++) {
                long arrival = now + 1 + random.nextLong(delayNanos);
                if (!alarmsAllowed) {
                    arrival = Math.max(arrival, lastArrival[from.id()][to]);
                    lastArrival[from.id()][to] = arrival;
                }
                packets.add(new Packet(arrival, count++, to, source, priority, interval, bytes));
            }
        }
    }

    /** A gateway that can be reached unless there is trouble. */
    void askWitness(long now, SimulatedRouter asking, long question) {
        boolean reachable = random.nextInt(100) >= lossPercent;
        plan(
                now + 1 + random.nextLong(2 * delayNanos),
                at -> asking.witnessAnswers(at, question, reachable));
    }

    /**
     * An alarm is wrong: there are no cuts, losses, pauses or two owners, and nothing that is sent
     * overtakes what was sent before.
     */
    void allowNoAlarm() {
        alarmsAllowed = false;
    }

    void alarm(SimulatedRouter router, SplitBrain told) {
        check(
                alarmsAllowed || told instanceof SplitBrain.Cleared,
                router,
                "no split brain without a cause: " + told.text(router.toString()));
    }

    void inputHandled(SimulatedRouter router) {
        inputs++;
        check(inputs < INPUTS_MAX, router, "no storm of adverts");
    }

    void check(boolean holds, SimulatedRouter router, String what) {
        if (!holds) {
            throw new AssertionError(
                    "seed %d, %.6f s, %s: %s does not hold; all: %s"
                            .formatted(seed, (nowNanos - startNanos) / 1e9, router, what, routers));
        }
    }

    private void arrive(Packet packet) {
        SimulatedRouter to = routers.get(packet.to());
        if (to.hears()) {
            to.receive(nowNanos, packet);
        }
    }

    private SimulatedRouter earliest() {
        SimulatedRouter earliest = routers.getFirst();
        for (SimulatedRouter router : routers) {
            if (router.deadlineNanos() < earliest.deadlineNanos()) {
                earliest = router;
            }
        }
        return earliest;
    }
}
