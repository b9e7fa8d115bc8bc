package org.ninelives.linux.loop;

import org.ninelives.api.system.LoopStatistics;

/** Counts turns, lateness and time spent. Written by the loop's thread, read by any. */
final class Lag {

    private volatile long turns;
    private volatile long lagMaxNanos;
    private volatile long lagLastNanos;
    private volatile long busyNanos;

    void late(long nanos) {
        lagLastNanos = nanos;
        if (nanos > lagMaxNanos) {
            lagMaxNanos = nanos;
        }
    }

    void turnTook(long nanos) {
        long turnsNow = turns + 1;
        turns = turnsNow;
        long busyNow = busyNanos + nanos;
        busyNanos = busyNow;
    }

    LoopStatistics statistics() {
        return new LoopStatistics(turns, lagMaxNanos, lagLastNanos, busyNanos);
    }
}
