package org.ninelives.testkit;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.LoopTask;

/**
 * Time and wires. Interfaces of the same name are connected, whichever machine they are on; packets
 * take no time. One thread, except where a port says any.
 */
public final class FakeLan {

    /** A task that is due again and again at the same time would never let time go on. */
    private static final int TURNS_AT_ONCE_MAX = 100_000;

    private static final IpAddress NO_DESTINATION = IpAddress.ofIpv4(0);

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    /**
     * A packet, a frame or an echo about to arrive.
     *
     * @param from the sender
     * @param to the machine it arrives at
     * @param link name of the interface
     * @param destination 0.0.0.0 for frames
     * @param packet IP header included; for frames Ethernet header included, for UDP without
     *     header, for an echo empty
     */
    public record Arrival(
            FakeMachine from,
            FakeMachine to,
            String link,
            IpAddress destination,
            ByteBuffer packet) {}

    private final List<FakeMachine> machines = new ArrayList<>();
    private Predicate<Arrival> lost = arrival -> false;
    private long nowNanos = Duration.ofHours(1).toNanos();
    private boolean settling;

    void add(FakeMachine machine) {
        machines.add(machine);
    }

    /** The time, on the scale of {@link org.ninelives.api.system.Loop#nowNanos}. */
    public long nowNanos() {
        return nowNanos;
    }

    /** From now on packets for which this holds are lost. */
    public void lose(Predicate<Arrival> which) {
        lost = which;
    }

    /** From now on every packet arrives. */
    public void loseNothing() {
        lose(arrival -> false);
    }

    /** Lets time pass; each deadline on the way is met exactly. */
    public void advance(Duration time) {
        long end = nowNanos + time.toNanos();
        settle();
        for (long next = nextDeadline(); next <= end; next = nextDeadline()) {
            nowNanos = Math.max(nowNanos, next);
            settle();
        }
        nowNanos = end;
    }

    private long nextDeadline() {
        return machines.stream().mapToLong(FakeMachine::deadlineNanos).min().orElse(LoopTask.NEVER);
    }

    /** Lets all loops take turns until none has anything to do at this time. */
    public void settle() {
        if (settling) {
            return; // Asked for by a callee of a turn: it goes on after that turn.
        }
        settling = true;
        try {
            int turns = 0;
            while (takeTurns()) {
                turns++;
                if (turns > TURNS_AT_ONCE_MAX) {
                    throw new IllegalStateException(
                            "a task asks to be called again and again at the same time");
                }
            }
        } finally {
            settling = false;
        }
    }

    private boolean takeTurns() {
        boolean worked = false;
        for (FakeMachine machine : List.copyOf(machines)) {
            worked |= machine.takeTurns();
        }
        return worked;
    }

    /** Carries a packet to the other machines of a wire. */
    void carry(FakeMachine from, String link, IpAddress destination, ByteBuffer packet) {
        others(from, link)
                .filter(to -> !lost.test(new Arrival(from, to, link, destination, packet)))
                .forEach(to -> to.arrive(link, destination, packet));
    }

    /** Carries a UDP packet to the machine of a wire that has its destination. */
    void carry(FakeMachine from, String link, FakeDatagram datagram, int port) {
        IpAddress destination = datagram.destination();
        ByteBuffer payload = datagram.payload();
        others(from, link)
                .filter(to -> !lost.test(new Arrival(from, to, link, destination, payload)))
                .forEach(to -> to.arrive(datagram, port));
    }

    /** Carries an Ethernet frame to the other machines of a wire. */
    void carryFrame(FakeMachine from, String link, ByteBuffer frame) {
        others(from, link)
                .filter(to -> !lost.test(new Arrival(from, to, link, NO_DESTINATION, frame)))
                .forEach(to -> to.arriveFrame(link, frame));
    }

    /**
     * Whether a host with this address is reached.
     *
     * @param link the wire it must be on; any when empty
     */
    boolean answersEcho(FakeMachine from, String link, IpAddress target) {
        return from.owns(target)
                || machines.stream()
                        .filter(to -> link.isEmpty() || to.isUsable(link))
                        .filter(to -> !lost.test(new Arrival(from, to, link, target, NOTHING)))
                        .anyMatch(to -> to.owns(target));
    }

    /** The other machines on a wire. */
    Stream<FakeMachine> others(FakeMachine than, String link) {
        return machines.stream().filter(to -> !to.equals(than) && to.isUsable(link));
    }
}
