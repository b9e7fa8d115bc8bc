package org.ninelives.daemon.core;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.ninelives.daemon.core.Standing.State;

/**
 * Watches what a reload brought. A failure counts when it was there in two looks that are a while
 * apart: an instance that is built anew passes through FAULT.
 */
public final class Guard {

    /** How long a failure has to last. */
    static final Duration CONFIRMATION = Duration.ofMillis(800);

    private final GuardSettings settings;
    private final Standing before;
    private final Set<String> leaving;
    private final long target;
    private final long endNanos;
    private Optional<String> suspicion = Optional.empty();
    private long suspicionNanos;

    /**
     * Begins to watch.
     *
     * @param before how everything was before the reload
     * @param leaving names of what the reload removes
     * @param target which configuration to go back to
     */
    public Guard(
            GuardSettings settings,
            Standing before,
            Set<String> leaving,
            long target,
            long nowNanos) {
        this.settings = settings;
        this.before = before;
        this.leaving = Set.copyOf(leaving);
        this.target = target;
        this.endNanos = nowNanos + settings.time().toNanos();
    }

    /**
     * Watches another reload from now on, which came while this one was watched: what ran before
     * both is what was well.
     */
    public Guard renewed(GuardSettings next, Set<String> leavingToo, long nowNanos) {
        Set<String> all = new TreeSet<>(leaving);
        all.addAll(leavingToo);
        return new Guard(next, before, all, target, nowNanos);
    }

    /** Which configuration to go back to. */
    public long target() {
        return target;
    }

    /** How long it is watched yet, in seconds. */
    public long secondsLeft(long nowNanos) {
        return Math.max(0, Duration.ofNanos(endNanos - nowNanos).toSeconds());
    }

    /** Whether the time is over. */
    public boolean isOver(long nowNanos) {
        return nowNanos - endNanos >= 0;
    }

    /** Why to go back, or nothing yet. */
    public Optional<String> look(Standing now, long nowNanos) {
        Optional<String> seen = failure(now, isOver(nowNanos));
        if (seen.isEmpty() || suspicion.isEmpty()) {
            suspicion = seen;
            suspicionNanos = nowNanos;
        }
        // At the end there is no second look to wait for.
        return nowNanos - suspicionNanos >= CONFIRMATION.toNanos() || isOver(nowNanos)
                ? seen
                : Optional.empty();
    }

    private Optional<String> failure(Standing now, boolean over) {
        Optional<String> failure = Optional.empty();
        if (settings.conditions().contains(Condition.FAULT)) {
            failure = fault(now);
        }
        if (failure.isEmpty() && settings.conditions().contains(Condition.QUORUM)) {
            failure = quorum(now);
        }
        if (failure.isEmpty() && over && settings.conditions().contains(Condition.MASTERSHIP)) {
            failure = mastership(now);
        }
        return failure;
    }

    private Optional<String> fault(Standing now) {
        return firstOf(
                        before.instances(),
                        state -> state == State.MASTER || state == State.BACKUP,
                        name -> now.instances().get(name) == State.FAULT)
                .map(
                        name ->
                                "vrrp_instance %s was %s and is in FAULT"
                                        .formatted(name, before.instances().get(name)));
    }

    private Optional<String> mastership(Standing now) {
        return firstOf(
                        before.instances(),
                        state -> state == State.MASTER,
                        name -> now.instances().get(name) != State.MASTER)
                .map(name -> "vrrp_instance " + name + " was MASTER and no longer is");
    }

    private Optional<String> quorum(Standing now) {
        return firstOf(
                        before.quorums(),
                        held -> held,
                        name -> Boolean.FALSE.equals(now.quorums().get(name)))
                .map(name -> "virtual_server " + name + " lost its quorum");
    }

    /** The name that stayed, was so and is so now. */
    private <T> Optional<String> firstOf(
            Map<String, T> all, Predicate<T> was, Predicate<String> is) {
        return new TreeMap<>(all)
                .entrySet().stream()
                        .filter(each -> was.test(each.getValue()))
                        .map(Map.Entry::getKey)
                        .filter(name -> !leaving.contains(name))
                        .filter(is)
                        .findFirst();
    }

    /** What is watched for, for the operator. */
    @Override
    public String toString() {
        return settings.words();
    }
}
