package org.ninelives.linux.companion;

import java.util.OptionalLong;
import org.ninelives.linux.safeguard.UndoRecord;

/**
 * Decides after which silence the daemon is taken to hang. One that computes, or waits for the
 * processor, has more to do than usual; only one that does neither is stopped, swapped out or kept
 * from running by its JVM. Times are of {@link System#nanoTime}.
 */
final class Patience {

    /** When the thread is looked at first, to see at the end of the silence whether it ran. */
    private static final long FIRST_LOOK_NANOS = UndoRecord.SILENCE_NANOS / 2;

    /** For a thread that runs; other routers wait three intervals of a second and more. */
    private static final long BUSY_NANOS_MAX = 3_000_000_000L;

    /** To be asked later than this is a sign that the whole machine stood still. */
    private static final long LATE_NANOS = 100_000_000;

    private long heardNanos;
    private long deadlineNanos;
    private boolean excused;

    /** When the thread was looked at last, and how long it had run by then. */
    private long lookNanos;

    private OptionalLong ranNanos = OptionalLong.empty();
    private boolean looked;

    Patience(long nowNanos) {
        heard(nowNanos);
    }

    void heard(long nowNanos) {
        begin(nowNanos);
        excused = false;
    }

    private void begin(long nowNanos) {
        heardNanos = nowNanos;
        deadlineNanos = nowNanos + FIRST_LOOK_NANOS;
        looked = false;
    }

    /** When {@link #isOver} wants to be asked. */
    long deadlineNanos() {
        return deadlineNanos;
    }

    long silenceNanos(long nowNanos) {
        return nowNanos - heardNanos;
    }

    /**
     * Whether the daemon hangs.
     *
     * @param ranNow how long its loop has run or has waited for a processor, nanoseconds since it
     *     started; empty where the kernel does not tell
     */
    boolean isOver(long nowNanos, OptionalLong ranNow) {
        if (nowNanos - deadlineNanos > LATE_NANOS && !excused) {
            // The daemon had no chance either: it may have as much time again.
            excused = true;
            begin(nowNanos);
            return false;
        }
        if (looked && !(isBusy(nowNanos, ranNow) && silenceNanos(nowNanos) < BUSY_NANOS_MAX)) {
            return true;
        }
        looked = true;
        lookNanos = nowNanos;
        ranNanos = ranNow;
        deadlineNanos += FIRST_LOOK_NANOS;
        return false;
    }

    private boolean isBusy(long nowNanos, OptionalLong ranNow) {
        return ranNow.isPresent()
                && ranNanos.isPresent()
                && ranNow.getAsLong() - ranNanos.getAsLong() > (nowNanos - lookNanos) / 2;
    }
}
