package org.ninelives.vrrp.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log lines about standing still. When a node stands still all its virtual routers do, and a
 * line for each of a thousand would keep it from catching up: one line a second says it.
 */
final class Standstills {

    private static final Logger LOG = LoggerFactory.getLogger(Standstills.class);
    private static final long GAP_NANOS = 1_000_000_000L;

    private final TurnLog log;
    private long fromNanos = Long.MIN_VALUE;
    private long untold;

    Standstills(TurnLog log) {
        this.log = log;
    }

    /** Adds the line to the log of the turn, or counts it; answers whether it was added. */
    boolean add(long nowNanos, Runnable line) {
        if (nowNanos < fromNanos) {
            untold++;
            return false;
        }
        if (untold > 0) {
            long count = untold;
            log.add(() -> LOG.warn("stood still {} times more, not told one by one", count));
            untold = 0;
        }
        log.add(line);
        fromNanos = nowNanos + GAP_NANOS;
        return true;
    }
}
