package org.ninelives.lvs.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckKey;
import org.ninelives.api.check.CheckStanding;
import org.ninelives.api.check.Weighting;
import org.ninelives.lvs.settings.RealServerSettings;

/** One real server: how its checks stand, and what people want of it. */
public final class RealServer {

    /** Whether a server that is drained still has connections. */
    public enum DrainState {
        NONE,
        /** It gets none, and keeps those it has. */
        DRAINING,
        /** It has none left, and has left the kernel. */
        DRAINED
    }

    private final String virtualServer;
    private RealServerSettings settings;
    private List<CheckStanding> standings = List.of();
    private boolean passes;
    private boolean alive;
    private ServerWishes wishes = ServerWishes.NONE;
    private DrainState drainState = DrainState.NONE;
    private Optional<Drain> drain = Optional.empty();

    /** A server that counts as dead until its checks have been asked. */
    RealServer(String virtualServer, RealServerSettings settings) {
        this.virtualServer = virtualServer;
        this.settings = settings;
    }

    void configure(RealServerSettings changed, Function<CheckKey, CheckStanding> found) {
        settings = changed;
        List<CheckStanding> told = new ArrayList<>();
        for (int number = 0; number < settings.checks().size(); number++) {
            told.add(found.apply(new CheckKey(virtualServer, name(), number)));
        }
        standings = told;
    }

    /** A check stands so now; false if there is no such check. */
    boolean told(int number, CheckStanding standing) {
        if (number >= standings.size()) {
            return false;
        }
        standings.set(number, standing);
        return true;
    }

    /**
     * Looks whether all its checks let it serve. Where one of them cannot be made, nobody can know
     * that it has come up; it stays what it was.
     *
     * @param before whether they did until now; for a new one, true
     */
    void look(boolean before) {
        passes =
                (before || settings.unknownCheckers().isEmpty())
                        && IntStream.range(0, standings.size()).noneMatch(this::hinders);
    }

    /** Whether all its checks let it serve, as of the last look. */
    boolean passes() {
        return passes;
    }

    /** Whether checks and operators let it serve, as of the last look. */
    boolean isFit() {
        return passes && !wishes.disabled();
    }

    /** Whether a check keeps it from serving. */
    boolean hinders(int number) {
        return switch (standings.get(number).verdict()) {
            case UNKNOWN -> settings.checks().get(number).alpha();
            case PASSED -> false;
            case FAILED -> true;
        };
    }

    /** Why it is dead, a sentence; empty where nothing hinders it. */
    String hindrance() {
        if (wishes.disabled()) {
            return "an operator has disabled it";
        }
        for (int number = 0; number < standings.size(); number++) {
            if (hinders(number)) {
                Check check = settings.checks().get(number);
                CheckStanding standing = standings.get(number);
                return standing.verdict() == CheckStanding.Verdict.UNKNOWN
                        ? check.keyword() + " has not passed yet (alpha)" + detail(standing)
                        : check.keyword() + ": " + standing.reason();
            }
        }
        return settings.unknownCheckers().isEmpty()
                ? ""
                : "nobody provides " + String.join(", ", settings.unknownCheckers());
    }

    private static String detail(CheckStanding standing) {
        return standing.reason().isEmpty() ? "" : "; " + standing.reason();
    }

    void setAlive(boolean now) {
        alive = now;
    }

    /** Takes what is wanted now; to drain it is asked for on its own. */
    void setWishes(ServerWishes wanted) {
        wishes = wanted;
    }

    void beginDrain(Drain begun) {
        drainState = DrainState.DRAINING;
        drain = Optional.of(begun);
    }

    void updateDrain(Drain counted) {
        drain = Optional.of(counted);
    }

    void drained() {
        drainState = DrainState.DRAINED;
    }

    void endDrain() {
        drainState = DrainState.NONE;
        drain = Optional.empty();
    }

    /** The weight it has, or would have if it were alive. */
    public int weight() {
        return drainState == DrainState.NONE ? wishes.weight().orElseGet(this::weightOfChecks) : 0;
    }

    private int weightOfChecks() {
        long base = settings.weight();
        long added = 0;
        for (CheckStanding standing : standings) {
            switch (standing.weighting()) {
                case Weighting.Set set -> base = set.weight();
                case Weighting.Add add -> added += add.offset();
            }
        }
        return Math.clamp(base + added, 0, Integer.MAX_VALUE);
    }

    public String name() {
        return settings.name();
    }

    public RealServerSettings settings() {
        return settings;
    }

    /** How its checks stand, in the order of the configuration. */
    public List<CheckStanding> standings() {
        return List.copyOf(standings);
    }

    /** Whether it counts as up. */
    public boolean isAlive() {
        return alive;
    }

    /** Whether people asked for a weight in place of all others. */
    public boolean isWeightOverridden() {
        return wishes.weight().isPresent();
    }

    public DrainState drainState() {
        return drainState;
    }

    /** How far draining is; empty where it does not. */
    public Optional<Drain> drain() {
        return drain;
    }
}
