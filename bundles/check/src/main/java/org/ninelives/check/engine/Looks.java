package org.ninelives.check.engine;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.CheckStanding.Verdict;
import org.ninelives.check.core.Agenda;
import org.ninelives.check.core.CheckMachine;
import org.ninelives.check.core.Lateness;
import org.ninelives.check.core.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs looks when it is time, and puts up with those that do not end. For one thread. */
final class Looks {

    private static final Logger LOG = LoggerFactory.getLogger(Looks.class);

    /** Reading and writing end by themselves in time, and say better what was missing. */
    private static final long GRACE_NANOS = 50_000_000L;

    /** How long a look that was interrupted may take to clear up. */
    private static final long PARTING_NANOS = 1_000_000_000L;

    private final Agenda<Look> agenda = new Agenda<>();
    private final Lateness lateness = new Lateness();
    private final Shortage shortage = new Shortage();
    private final LongSupplier clock;
    private final RandomGenerator random;
    private final Consumer<LookRun> inbox;
    private final Listener listener;
    private long ended;
    private int underWay;
    private int leftBehind;

    /** Hears how looks go. */
    interface Listener {

        void ended(Look look, CheckResult result, Step step);

        /**
         * It could not be made.
         *
         * @param why what is absent on this machine, a sentence
         */
        void hindered(Look look, String why);
    }

    /**
     * Without any look.
     *
     * @param clock tells when runs come to run
     * @param random spreads the first looks
     * @param inbox takes runs that have ended, on their threads, for {@link #ended}
     */
    Looks(LongSupplier clock, RandomGenerator random, Consumer<LookRun> inbox, Listener listener) {
        this.clock = clock;
        this.random = random;
        this.inbox = inbox;
        this.listener = listener;
    }

    /** How late looks have started. */
    Lateness lateness() {
        return lateness;
    }

    /** Runs that have ended. */
    long ended() {
        return ended;
    }

    /** Runs that have not ended, those left behind included. */
    int underWay() {
        return underWay;
    }

    /** Runs that have not ended although they were told to. */
    int leftBehind() {
        return leftBehind;
    }

    /**
     * Runs the look from now on.
     *
     * @param known what was known before; a look of which nothing is known waits for its warm-up
     */
    void begin(Look look, long nowNanos, Verdict known) {
        look.setWanted(true);
        if (known == Verdict.UNKNOWN) {
            look.machine().begin(nowNanos, random);
        } else {
            look.machine().takeOver(nowNanos, known);
        }
        plan(look, nowNanos);
    }

    /** Runs a look again that has rested. */
    void resume(Look look, long nowNanos) {
        look.setWanted(true);
        look.machine().resume(nowNanos, random);
        plan(look, nowNanos);
    }

    /** Runs the look no more for now; a run that is under way may end. */
    void rest(Look look) {
        look.setWanted(false);
        look.machine().rest();
        if (look.state() == Look.State.IDLE) {
            agenda.remove(look);
        }
    }

    /** Runs the look no more, and ends a run that is under way. */
    void stop(Look look, long nowNanos) {
        rest(look);
        if (look.state() == Look.State.RUNNING) {
            look.interrupt();
            agenda.plan(look, nowNanos + PARTING_NANOS);
        }
    }

    /** When {@link #tick} has something to do next, or {@link Agenda#NEVER}. */
    long deadlineNanos() {
        return agenda.timeNanos();
    }

    /** Does what is due. */
    void tick(long nowNanos) {
        Optional<Look> due = agenda.takeDue(nowNanos);
        while (due.isPresent()) {
            due(due.get(), nowNanos);
            due = agenda.takeDue(nowNanos);
        }
    }

    private void due(Look look, long nowNanos) {
        switch (look.state()) {
            case IDLE -> {
                look.setState(Look.State.WAITING);
                if (look.gate().enter(look)) {
                    start(look, nowNanos);
                }
            }
            case RUNNING -> {
                long end = endNanos(look, nowNanos);
                if (end <= nowNanos) {
                    look.interrupt();
                    end = nowNanos + PARTING_NANOS;
                }
                agenda.plan(look, end);
            }
            case INTERRUPTED -> leaveBehind(look, nowNanos);
            case WAITING, LEFT_BEHIND -> {} // neither is on the agenda
        }
    }

    private void start(Look look, long nowNanos) {
        underWay++;
        look.start(clock, inbox);
        agenda.plan(look, endNanos(look, nowNanos));
    }

    /** When the run has to be over; time that its thread had to wait for does not count. */
    private static long endNanos(Look look, long nowNanos) {
        LookRun run = look.run();
        long begun = run.hasBegun() ? run.begunNanos() : nowNanos;
        return begun + look.patienceNanos() + GRACE_NANOS;
    }

    private void leaveBehind(Look look, long nowNanos) {
        look.setState(Look.State.LEFT_BEHIND);
        look.counts().addLeftBehind();
        leftBehind++;
        LOG.warn(
                "{} of {} does not end; it is left behind, and not run again until it has",
                look.key().keyword(),
                look.key().target());
        if (!look.gate().isKeptWhenLeft()) {
            leave(look.gate(), nowNanos);
        }
        if (look.isWanted()) {
            CheckResult result = CheckResult.failed("it did not end in its time, nor when told to");
            listener.ended(look, result, look.machine().lost());
        }
    }

    /** A run has ended, at last or in time. */
    void ended(LookRun run, long nowNanos) {
        Look look = run.look();
        Look.State state = look.state();
        look.end();
        agenda.remove(look);
        underWay--;
        ended++;
        look.counts().addEnd(run.outcome());
        if (run.hasBegun()) {
            lateness.add(run.latenessNanos());
            look.history().add(run);
        }
        if (state == Look.State.LEFT_BEHIND) {
            leftBehind--;
            look.counts().removeLeftBehind();
        }
        if (state != Look.State.LEFT_BEHIND || look.gate().isKeptWhenLeft()) {
            leave(look.gate(), nowNanos);
        }
        if (state != Look.State.LEFT_BEHIND && look.isWanted()) {
            hand(look, run.outcome(), nowNanos);
        }
        plan(look, nowNanos);
    }

    private void hand(Look look, Outcome outcome, long nowNanos) {
        CheckResult result = outcome.result();
        switch (outcome.kind()) {
            case FOUND, FAULT ->
                    listener.ended(look, result, look.machine().ended(nowNanos, result.passed()));
            case NOT_MADE -> {
                look.machine().notMade(nowNanos);
                shortage.notMade(look, result, nowNanos);
            }
            case HINDERED -> {
                look.machine().notMade(nowNanos);
                listener.hindered(look, result.reason());
            }
        }
    }

    /** Lets those in who wait for a place, but for those that are not wanted any more. */
    private void leave(Gate gate, long nowNanos) {
        Optional<Look> next = gate.leave();
        while (next.isPresent()) {
            if (next.get().isWanted()) {
                start(next.get(), nowNanos);
                return;
            }
            next.get().setState(Look.State.IDLE);
            next = gate.leave();
        }
    }

    private void plan(Look look, long nowNanos) {
        long due = look.machine().dueNanos();
        if (look.state() == Look.State.IDLE) {
            agenda.plan(look, due == CheckMachine.NEVER ? Agenda.NEVER : Math.max(due, nowNanos));
        }
    }
}
