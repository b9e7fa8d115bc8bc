package org.ninelives.check.core;

import java.util.random.RandomGenerator;
import org.ninelives.api.check.CheckSchedule;
import org.ninelives.api.check.CheckStanding.Verdict;

/**
 * One check: when the server is looked at, and what the results make of it. Knows no clock, no
 * socket and no thread; times are nanoseconds on one scale.
 *
 * <p>Looks start at equal distances, whatever a look takes. One that takes longer than the distance
 * is followed by a whole distance of rest, and so is each try that failed.
 */
public final class CheckMachine {

    /** When a check that rests is due. */
    public static final long NEVER = Long.MAX_VALUE;

    /** keepalived gives itself so long to settle before the first check. */
    private static final long SETTLING_NANOS = 1_000_000_000L;

    /** When a look that could not be made is tried again, at the latest. */
    private static final long AGAIN_NANOS = 1_000_000_000L;

    private final CheckSchedule schedule;
    private final long delayNanos;
    private final long delayWhenFailedNanos;
    private final long retryNanos;
    private final int firstRise;
    private Verdict verdict = Verdict.UNKNOWN;
    private long dueNanos = NEVER;
    private long retries;
    private int passes;

    /**
     * Of a check that rests and of which nothing is known.
     *
     * @param alpha whether it counts as failed while nothing is known
     */
    public CheckMachine(CheckSchedule schedule, boolean alpha) {
        this.schedule = schedule;
        delayNanos = schedule.delayLoop().toNanos();
        delayWhenFailedNanos = schedule.delayWhenFailed().toNanos();
        retryNanos = schedule.delayBeforeRetry().toNanos();
        firstRise = alpha ? schedule.rise() : 1;
    }

    public Verdict verdict() {
        return verdict;
    }

    /** When the next look is to start, or {@link #NEVER}; holds while a look is under way. */
    public long dueNanos() {
        return dueNanos;
    }

    /** How many tries have failed since it passed last. */
    public long retries() {
        return retries;
    }

    /** The first look comes soon; the warm-up spreads those of many checks. */
    public void begin(long nowNanos, RandomGenerator random) {
        dueNanos = nowNanos + SETTLING_NANOS + upTo(schedule.warmup().toNanos(), random);
    }

    /** It stands so from what was known before, and the first look comes now. */
    public void takeOver(long nowNanos, Verdict known) {
        verdict = known;
        dueNanos = nowNanos;
    }

    /** No look from now on; it stands as it did. */
    public void rest() {
        dueNanos = NEVER;
    }

    /** Looks again after a rest, without a crowd when many do so at a time. */
    public void resume(long nowNanos, RandomGenerator random) {
        long spread = Math.min(schedule.warmup().toNanos(), delayNanos);
        dueNanos = nowNanos + upTo(spread, random);
    }

    /** A look has ended. Of a check that rests, the result counts all the same. */
    public Step ended(long nowNanos, boolean passed) {
        Step step = passed ? passed() : failed();
        if (dueNanos != NEVER) {
            dueNanos = next(nowNanos, step);
        }
        return step;
    }

    /** A look could not be made, which says nothing; another is tried soon. */
    public void notMade(long nowNanos) {
        if (dueNanos != NEVER) {
            dueNanos = nowNanos + Math.min(delayNanos, AGAIN_NANOS);
        }
    }

    /** A look does not end, and there will be none before it has: that leaves no more tries. */
    public Step lost() {
        boolean news = verdict != Verdict.FAILED;
        verdict = Verdict.FAILED;
        passes = 0;
        return news ? Step.FAILED : Step.NONE;
    }

    private Step passed() {
        retries = 0;
        if (verdict == Verdict.PASSED) {
            return Step.NONE;
        }
        passes++;
        if (passes < (verdict == Verdict.UNKNOWN ? firstRise : schedule.rise())) {
            return Step.NONE;
        }
        passes = 0;
        verdict = Verdict.PASSED;
        return Step.PASSED;
    }

    private Step failed() {
        passes = 0;
        if (verdict == Verdict.FAILED) {
            return Step.NONE;
        }
        // A server that was put in before any check goes at its first failure.
        if (verdict == Verdict.PASSED && retries < schedule.retry()) {
            retries++;
            return Step.RETRY;
        }
        verdict = Verdict.FAILED;
        return Step.FAILED;
    }

    private long next(long nowNanos, Step step) {
        if (step == Step.RETRY) {
            return nowNanos + retryNanos;
        }
        long delay = verdict == Verdict.FAILED ? delayWhenFailedNanos : delayNanos;
        long next = dueNanos + delay;
        return next > nowNanos ? next : nowNanos + delay;
    }

    private static long upTo(long nanos, RandomGenerator random) {
        return nanos == 0 ? 0 : random.nextLong(nanos + 1);
    }
}
