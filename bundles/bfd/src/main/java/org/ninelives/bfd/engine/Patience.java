package org.ninelives.bfd.engine;

import java.util.concurrent.TimeUnit;
import org.ninelives.api.system.LoopTask;

/** Lets one complaint a minute through, so that a trouble of every packet does not fill the log. */
final class Patience {

    private static final long EVERY_NANOS = TimeUnit.MINUTES.toNanos(1);

    private long nextNanos = -LoopTask.NEVER;

    /** Whether it is time to complain. */
    boolean isOver(long nowNanos) {
        if (nowNanos < nextNanos) {
            return false;
        }
        nextNanos = nowNanos + EVERY_NANOS;
        return true;
    }

    /** The trouble has ended; the next one is told at once. */
    void reset() {
        nextNanos = -LoopTask.NEVER;
    }
}
