package org.ninelives.check.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.ninelives.api.check.CheckStanding;
import org.ninelives.check.core.Agenda;
import org.ninelives.check.core.CheckMachine;

/** What one or more servers' checks have looked at in the same way. */
final class Look extends Agenda.Entry {

    /** Where it is. */
    enum State {
        /** Its time has not come. */
        IDLE,
        /** Its time has come, and too many others are under way. */
        WAITING,
        RUNNING,
        /** It should be over, and was told so. */
        INTERRUPTED,
        /** It has not ended for all that, and is not run again until it has. */
        LEFT_BEHIND
    }

    private final LookKey key;
    private final CheckMachine machine;
    private final Gate gate;
    private final Starter starter;
    private final KeywordCounts counts;
    private final long patienceNanos;
    private final long delayNanos;
    private final LookHistory history = new LookHistory();
    private final List<Subject> subjects = new ArrayList<>(1);
    private CheckStanding standing = CheckStanding.UNKNOWN;
    private Optional<String> hindrance = Optional.empty();
    private State state = State.IDLE;
    private boolean wanted;

    /** {@code null} when it is at its end. */
    private LookRun run;

    /** Likewise, and where none could be had for the run. */
    private Thread thread;

    /** Of nobody, and resting. */
    Look(LookKey key, Gate gate, Starter starter, KeywordCounts counts) {
        this.key = key;
        this.gate = gate;
        this.starter = starter;
        this.counts = counts;
        machine = new CheckMachine(key.schedule(), key.alpha());
        delayNanos = key.schedule().delayLoop().toNanos();
        patienceNanos =
                key.schedule().connectTimeout().plus(key.schedule().checkTimeout()).toNanos();
    }

    LookKey key() {
        return key;
    }

    CheckMachine machine() {
        return machine;
    }

    Gate gate() {
        return gate;
    }

    KeywordCounts counts() {
        return counts;
    }

    LookHistory history() {
        return history;
    }

    /** How long a run may take. */
    long patienceNanos() {
        return patienceNanos;
    }

    /** When the next run after this is due as long as nothing fails. */
    long nextDueNanos(long dueNanos) {
        return dueNanos + delayNanos;
    }

    /** Whose check it is. */
    List<Subject> subjects() {
        return subjects;
    }

    /** As its last change of verdict or weight left it. */
    CheckStanding standing() {
        return standing;
    }

    void setStanding(CheckStanding standing) {
        this.standing = standing;
    }

    /** What has kept it from being made lately, a sentence; empty if nothing has. */
    Optional<String> hindrance() {
        return hindrance;
    }

    void setHindrance(Optional<String> why) {
        hindrance = why;
    }

    State state() {
        return state;
    }

    void setState(State state) {
        this.state = state;
    }

    /** Runs it once more; it has to be at its end. */
    void start(LongSupplier clock, Consumer<LookRun> end) {
        state = State.RUNNING;
        counts.addStart();
        run = new LookRun(this, clock, end);
        thread = null;
        try {
            thread = starter.start(key.keyword(), run);
        } catch (OutOfMemoryError e) {
            // What the kernel says when there may be no more threads.
            run.notBegun(e);
        }
    }

    /** Its run has ended. Kept until the next one, it would outlive each garbage collection. */
    void end() {
        state = State.IDLE;
        run = null;
        thread = null;
    }

    /** The run that goes on. */
    LookRun run() {
        return run;
    }

    /** Tells the run that it should be over. */
    void interrupt() {
        state = State.INTERRUPTED;
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Whether it is to be run again and again. */
    boolean isWanted() {
        return wanted;
    }

    void setWanted(boolean wanted) {
        this.wanted = wanted;
    }

    boolean isAnyActive() {
        for (Subject subject : subjects) {
            if (!subject.isSuspended()) {
                return true;
            }
        }
        return false;
    }
}
