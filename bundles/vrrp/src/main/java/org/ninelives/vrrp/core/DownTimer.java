package org.ninelives.vrrp.core;

import static org.ninelives.vrrp.core.Timers.NEVER;

/** When a backup takes over unless it hears a master: Active_Down_Timer, RFC 9568 section 6.2. */
final class DownTimer {

    private long dueNanos = NEVER;
    private long notBeforeNanos = Long.MIN_VALUE;

    boolean runs() {
        return dueNanos != NEVER;
    }

    long dueNanos() {
        return dueNanos;
    }

    void start(long atNanos) {
        dueNanos = Math.max(atNanos, notBeforeNanos);
    }

    /** Starts it such that nothing heard until then can make it end earlier. */
    void startAndHold(long atNanos) {
        notBeforeNanos = atNanos;
        dueNanos = atNanos;
    }

    /** Gives a running timer another length: it has begun when it began. */
    void lengthen(long byNanos) {
        if (runs()) {
            start(dueNanos + byNanos);
        }
    }

    void end() {
        dueNanos = NEVER;
        notBeforeNanos = Long.MIN_VALUE;
    }
}
