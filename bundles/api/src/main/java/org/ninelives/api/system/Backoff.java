package org.ninelives.api.system;

/**
 * How long to leave alone what does not work: one second first, and twice as long each time, up to
 * a minute. So what was restarted is found soon, and what is down is not asked in vain. For one
 * thread.
 */
public final class Backoff {

    private static final long FIRST_NANOS = 1_000_000_000L;
    private static final long LONGEST_NANOS = 60 * FIRST_NANOS;

    /** Twice as long so often is more than the longest pause. */
    private static final int DOUBLINGS_MAX = 6;

    private int failures;

    /** It has failed once more: how long to wait now, in nanoseconds. */
    public long failed() {
        failures = Math.min(failures + 1, DOUBLINGS_MAX + 1);
        return pauseNanos(failures);
    }

    /** It works: the next failure is a first one again. */
    public void works() {
        failures = 0;
    }

    /**
     * How long to wait, in nanoseconds.
     *
     * @param failures how many tries have failed in a row, 1 or more
     */
    public static long pauseNanos(int failures) {
        return Math.min(FIRST_NANOS << Math.min(failures - 1, DOUBLINGS_MAX), LONGEST_NANOS);
    }
}
