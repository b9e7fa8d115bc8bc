package org.ninelives.check.engine;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.CheckStanding;

/** One look that goes on. */
final class LookRun implements Runnable {

    /** Stands where the look could not even say how it went, as without memory. */
    private static final Outcome LOST =
            new Outcome(
                    Outcome.Kind.FAULT, CheckResult.failed("the checker ended without a result"));

    private static final Outcome TOO_LONG =
            new Outcome(Outcome.Kind.FOUND, CheckResult.failed("it was not over in its time"));

    private final Look look;
    private final LongSupplier clock;
    private final long dueNanos;
    private final CheckStanding before;
    private final Consumer<LookRun> end;
    private long begunNanos;
    private long endedNanos;
    private volatile boolean begun;
    private Outcome outcome = LOST;

    /**
     * Not begun.
     *
     * @param end takes it when it has ended, on the thread that looked
     */
    LookRun(Look look, LongSupplier clock, Consumer<LookRun> end) {
        this.look = look;
        this.clock = clock;
        this.end = end;
        dueNanos = look.machine().dueNanos();
        before = look.standing();
    }

    @Override
    public void run() {
        begin();
        LookKey key = look.key();
        try {
            outcome =
                    Outcome.of(
                            key.keyword(),
                            key.method(),
                            new LookProbe(key.target(), key.schedule(), key.network(), clock));
        } catch (InterruptedException e) {
            outcome = TOO_LONG;
        } finally {
            endedNanos = clock.getAsLong();
            end.accept(this);
        }
    }

    /** No thread could be had for it. */
    void notBegun(Throwable missing) {
        outcome = Outcome.notMade(missing);
        end.accept(this);
    }

    /** Its thread has come to run. */
    void begin() {
        begunNanos = clock.getAsLong();
        begun = true;
    }

    Look look() {
        return look;
    }

    /** Whether its thread has come to run; a busy machine may take a while. */
    boolean hasBegun() {
        return begun;
    }

    /** When it came to run, once it has. */
    long begunNanos() {
        return begunNanos;
    }

    /** When it ended, for whoever has it after its end. */
    long endedNanos() {
        return endedNanos;
    }

    /** How long after its time it came to run. */
    long latenessNanos() {
        return begunNanos - dueNanos;
    }

    /** How it went; for whoever has it after its end. */
    Outcome outcome() {
        return outcome;
    }

    /** Until then nobody needs to hear of its end: it found what was known, and nobody waits. */
    boolean canWaitUntil(long nanos) {
        return look.gate().isOpen()
                && before.verdict() == CheckStanding.Verdict.PASSED
                && outcome.isPassed()
                && outcome.result().weighting().equals(before.weighting())
                && nanos - look.nextDueNanos(dueNanos) <= 0;
    }
}
