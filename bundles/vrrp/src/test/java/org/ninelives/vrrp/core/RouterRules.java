package org.ninelives.vrrp.core;

import static org.ninelives.vrrp.core.Timers.NEVER;

import org.ninelives.api.net.IpAddress;

/**
 * What must hold of one router whatever happens to it. A second opinion: it counts time and
 * priorities by formulas of its own and never asks the router how long it has to wait.
 */
final class RouterRules {

    private static final int OWNER = 255;
    private static final int ROUNDS_OF_SPLIT_BRAIN = 5;

    private final SimulatedLan lan;
    private final SimulatedRouter router;

    private long nowNanos;
    private State before = State.INIT;
    private long peersPatienceNanos;
    private boolean heard;
    private boolean followed;
    private int adverts;
    private int resignations;
    private int resignationsEver;
    private Effect.StateChanged change;

    private boolean ownsAddresses;
    private long lastAdvertNanos = NEVER;
    private long lastWordNanos;
    private long quietUntilNanos;

    // What it has to wait for before it may claim: silence of this length.
    private boolean excused;
    private long followedNanos;
    private long followedIntervalNanos;
    private long longestIntervalNanos;
    private int followedAdverts;
    private int bestPriority;
    private long weakerSinceNanos = NEVER;
    private boolean witnessed;
    private boolean resigned;
    private long askedToResignNanos = NEVER;
    private long heldUntilNanos;
    private long listensFromNanos = NEVER;

    private IpAddress rival = IpAddress.ofIpv4(0);
    private boolean rivalAnswered;
    private long rivalHeardNanos;
    private int rivalRounds;

    RouterRules(SimulatedLan lan, SimulatedRouter router) {
        this.lan = lan;
        this.router = router;
    }

    /** A new process: nothing is left of what was expected of an earlier one. */
    void begin(long atNanos, RouterSettings settings) {
        quietUntilNanos = atNanos + settings.startDelayNanos();
        ownsAddresses = false;
        paused();
        excused = false;
        followedNanos = atNanos;
        weakerSinceNanos = NEVER;
        resigned = false;
    }

    /** Its adverts have come late and nobody but the pause is to blame. */
    void paused() {
        lastAdvertNanos = NEVER;
    }

    /** It may become master although a master was heard: its settings or its group are new. */
    void excuse() {
        excused = true;
    }

    /** A master is being asked to resign, and to hold still then. */
    void asksToResign(long atNanos) {
        askedToResignNanos = atNanos;
    }

    /** After a pause in which it heard nothing. */
    void paused(long sinceNanos, long untilNanos) {
        paused();
        long intervals = router.settings().downTimerAdverts() + 1L;
        long longestWaitNanos = 2 * intervals * longestIntervalNanos;
        if (untilNanos - Math.max(sinceNanos, quietUntilNanos) > longestWaitNanos) {
            listensFromNanos = untilNanos;
        }
    }

    /** Something is about to happen to this router, or to one that takes it along. */
    void expect(long atNanos) {
        nowNanos = atNanos;
        before = router.state();
        RouterSettings settings = router.settingsInForce();
        int highestPeer = settings.timerExpiredPriority();
        peersPatienceNanos =
                settings.downTimerAdverts() * settings.advertIntervalNanos()
                        + skewNanos(
                                highestPeer > 0 ? highestPeer : router.priority(),
                                settings.advertIntervalNanos());
        bestPriority = Math.max(bestPriority, router.priority());
        heard = false;
        followed = false;
        adverts = 0;
        resignations = 0;
        change = null;
    }

    void advertSent(int told) {
        adverts++;
        RouterSettings settings = router.settings();
        check(told == router.priority(), "adverts tell the priority in force");
        check(
                lastAdvertNanos == NEVER
                        || nowNanos - lastAdvertNanos <= settings.advertIntervalNanos(),
                "a master advertises once an interval");
        lastAdvertNanos = nowNanos;
        rivalAnswered = true;
        speaks();
    }

    void resignationSent() {
        resignations++;
        resignationsEver++;
        speaks();
    }

    /** Of all processes of this router. */
    int resignationsEver() {
        return resignationsEver;
    }

    void addressesTaken() {
        check(!ownsAddresses, "addresses are taken once");
        ownsAddresses = true;
    }

    void addressesGivenUp() {
        check(ownsAddresses, "only what is owned is given up");
        ownsAddresses = false;
    }

    void addressesUsed() {
        check(ownsAddresses, "only what is owned is announced");
    }

    /** A master that stood still becomes backup before anything else happens to it. */
    void stateChanged(Effect.StateChanged told) {
        boolean first = change == null;
        check(
                first || (before == State.MASTER && told.from() == State.BACKUP),
                "one input changes the state once");
        change =
                new Effect.StateChanged(
                        first ? told.from() : change.from(), told.to(), told.reason(), told.held());
    }

    void witnessAnswered(boolean reachable) {
        witnessed = reachable;
    }

    /** An advert is about to be handed over. */
    void hears() {
        boolean ignored =
                nowNanos < quietUntilNanos
                        || (router.settings().ownerIgnoresAdverts() && router.priority() == OWNER);
        heard = !ignored;
    }

    /** The advert has been handed over and everything done because of it. */
    void verifyHeard(SimulatedLan.Packet packet) {
        if (!heard) {
            return;
        }
        RouterSettings settings = router.settings();
        State after = router.state();
        if (before == State.MASTER && after == State.MASTER) {
            boolean justSpoken = packet.priority() > 0 && adverts == 0 && spokeLately();
            boolean mayBeSilent = settings.lowerPriorityNoAdvert() && packet.priority() > 0;
            check(adverts == 1 || justSpoken || mayBeSilent, "a master answers a weaker one");
            followRival(packet);
        } else if (after == State.BACKUP) {
            if (packet.priority() == 0) {
                hearResignation();
            } else if (follows(packet.priority())) {
                follow(packet);
            }
        }
    }

    private boolean follows(int told) {
        RouterSettings settings = router.settings();
        if (told >= router.priority()) {
            weakerSinceNanos = NEVER;
            return true;
        }
        if (router.isStandby()) {
            return true;
        }
        if (settings.preemptDelayNanos() > 0 && weakerSinceNanos == NEVER) {
            weakerSinceNanos = nowNanos;
        }
        return !settings.preempt()
                || (settings.preemptDelayNanos() > 0
                        && nowNanos - weakerSinceNanos < settings.preemptDelayNanos());
    }

    private void follow(SimulatedLan.Packet packet) {
        RouterSettings settings = router.settings();
        followed = true;
        waitFrom(
                nowNanos,
                settings.version() == 3 ? packet.intervalNanos() : settings.advertIntervalNanos(),
                settings.downTimerAdverts());
    }

    private void hearResignation() {
        if (before != State.BACKUP) {
            return;
        }
        listensFromNanos = NEVER;
        long skewNanos =
                skewNanos(
                        router.priority(),
                        Math.max(longestIntervalNanos, router.settings().advertIntervalNanos()));
        check(
                resigned || router.deadlineOfTimers() - nowNanos <= skewNanos,
                "after priority 0 there is only the skew time to wait");
        if (router.isAlone()) {
            waitFrom(nowNanos, followedIntervalNanos, 0);
        } else {
            // A member that has claimed already only waits for the others.
            excuse();
        }
    }

    /** New settings: what was learned from the master may be forgotten. */
    void settingsChanged(RouterSettings changed) {
        excuse();
        paused();
        followedIntervalNanos = Math.min(followedIntervalNanos, changed.advertIntervalNanos());
    }

    private void waitFrom(long sinceNanos, long intervalNanos, int intervals) {
        excused = false;
        witnessed = false;
        followedNanos = sinceNanos;
        followedIntervalNanos = intervalNanos;
        longestIntervalNanos = intervalNanos;
        followedAdverts = intervals;
        bestPriority = router.priority();
    }

    /** It has happened. */
    void verify() {
        State after = router.state();
        check(ownsAddresses == (after == State.MASTER), "addresses are owned iff MASTER");
        check(!router.isStandby() || after != State.MASTER, "who stands by is never master");
        check(
                adverts == 0 || before == State.MASTER || after == State.MASTER,
                "only a master advertises");
        check(
                resignations == 0
                        || (resignations == 1 && before == State.MASTER && after != State.MASTER),
                "priority 0 once, on leaving MASTER");
        check(
                before == after
                        ? change == null || isFaultMoreReal()
                        : change != null && change.from() == before && change.to() == after,
                "each change of state is told");
        boolean waits = after == State.BACKUP || after == State.MASTER;
        check(waits == (router.deadlineOfTimers() != NEVER), "who runs has a deadline");
        check(
                router.priority() == router.expectedPriority()
                        || (router.settings().isOwner() && router.priority() == OWNER - 1),
                "the priority is the sum of base and weights, within 1..254");
        if (before != State.MASTER && after == State.MASTER) {
            checkTakeover();
        }
        if (before != after) {
            enters(after);
        }
    }

    /** What was only awaited has come out badly. */
    private boolean isFaultMoreReal() {
        return change.from() == State.FAULT && change.to() == State.FAULT && !change.held();
    }

    private void checkTakeover() {
        RouterSettings settings = router.settings();
        if (settings.isOwner()) {
            return;
        }
        if (before != State.BACKUP) {
            check(router.isBesideMaster(), "who comes from FAULT or INIT listens first");
            return;
        }
        if (excused) {
            return;
        }
        check(
                !resigned || nowNanos >= heldUntilNanos,
                "who resigned holds still for a master down interval");
        check(
                listensFromNanos == NEVER || nowNanos - listensFromNanos >= followedIntervalNanos,
                "a backup that stood still listens first");
        long patienceNanos =
                followedAdverts * followedIntervalNanos
                        + skewNanos(bestPriority, followedIntervalNanos);
        check(nowNanos - followedNanos >= patienceNanos, "mastership is taken from silence only");
        check(
                settings.witnessTimeoutNanos() == 0 || witnessed,
                "the witness is asked before mastership is claimed");
    }

    private void enters(State after) {
        RouterSettings settings = router.settings();
        rivalRounds = 0;
        rivalAnswered = false;
        if (after != State.BACKUP) {
            weakerSinceNanos = NEVER;
        }
        if (after != State.MASTER) {
            lastAdvertNanos = NEVER;
        }
        if (after == State.BACKUP && !followed) {
            // Who has lost an address tries again after the skew time.
            waitFrom(
                    Math.max(nowNanos, quietUntilNanos),
                    settings.advertIntervalNanos(),
                    before == State.MASTER ? 0 : settings.downTimerAdverts());
        }
        boolean resigns = before == State.MASTER && nowNanos == askedToResignNanos;
        if (resigns) {
            heldUntilNanos =
                    nowNanos + settings.downTimerAdverts() * settings.advertIntervalNanos();
        }
        resigned = after == State.BACKUP && (resigns || (before == State.BACKUP && resigned));
        listensFromNanos = NEVER;
    }

    /** Whoever goes on to be master although it was answered again and again is a second master. */
    private void followRival(SimulatedLan.Packet packet) {
        long intervalNanos =
                Math.max(router.settings().advertIntervalNanos(), packet.intervalNanos());
        boolean over = nowNanos - rivalHeardNanos >= 3 * intervalNanos;
        rivalHeardNanos = nowNanos;
        if (packet.priority() == 0 || !packet.source().equals(rival) || over) {
            rival = packet.source();
            rivalRounds = 0;
        } else if (rivalAnswered) {
            rivalRounds++;
        }
        rivalAnswered = adverts > 0;
    }

    /** Also asked for in a watch that has been told of the last advert. */
    void verifyAlarm(boolean raised) {
        check(
                raised || rivalRounds < ROUNDS_OF_SPLIT_BRAIN,
                "a second master that goes on raises the alarm");
    }

    private void speaks() {
        check(
                before != State.MASTER
                        || router.settings().isOwner()
                        || nowNanos - lastWordNanos < peersPatienceNanos,
                "a master that stood still listens before it says a word");
        lastWordNanos = nowNanos;
    }

    private boolean spokeLately() {
        return nowNanos - lastWordNanos < router.settings().advertIntervalNanos() / 4;
    }

    private long skewNanos(int priority, long intervalNanos) {
        long unitNanos = router.settings().version() == 2 ? 1_000_000_000L : intervalNanos;
        return (256 - priority) * unitNanos / 256;
    }

    private void check(boolean holds, String what) {
        lan.check(holds, router, what);
    }
}
