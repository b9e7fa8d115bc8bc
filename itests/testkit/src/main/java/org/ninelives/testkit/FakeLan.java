package org.ninelives.testkit;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.LoopTask;

/**
 * Time and wires. Interfaces of the same name are connected, whichever machine they are on; packets
 * take no time. One thread, except where a port says any.
 */
public final class FakeLan {

    /** A task that is due again and again at the same time would never let time go on. */
    private static final int TURNS_AT_ONCE_MAX = 100_000;

    /**
     * A packet about to arrive.
     *
     * @param from the sender
     * @param to the machine it arrives at
     * @param link name of the interface
     * @param packet IPv4 header included
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
        for (FakeMachine to : machines) {
            Arrival arrival = new Arrival(from, to, link, destination, packet);
            if (!to.equals(from) && to.isUsable(link) && !lost.test(arrival)) {
                to.arrive(link, destination, packet);
            }
        }
    }
}
