package org.ninelives.vrrp.core;

import static org.ninelives.vrrp.core.Timers.NEVER;

/**
 * {@code preempt_delay}: how long a backup leaves a master of lower priority alone. It counts from
 * the first advert of lower priority heard in this stay in BACKUP, after a fault as after the
 * start.
 */
final class PreemptDelay {

    private long endNanos = NEVER;

    boolean isStarted() {
        return endNanos != NEVER;
    }

    void start(long nowNanos, long delayNanos) {
        endNanos = nowNanos + delayNanos;
    }

    boolean waits(long nowNanos) {
        return isStarted() && nowNanos < endNanos;
    }

    long leftNanos(long nowNanos) {
        return endNanos - nowNanos;
    }

    void lengthen(long byNanos) {
        if (isStarted()) {
            endNanos += byNanos;
        }
    }

    void end() {
        endNanos = NEVER;
    }
}
