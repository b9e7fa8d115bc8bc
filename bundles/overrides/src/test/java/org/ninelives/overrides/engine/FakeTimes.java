package org.ninelives.overrides.engine;

import java.time.Duration;

/** Clocks that a test sets. */
final class FakeTimes implements Times {

    private long nowNanos;
    private long nowMillis = 1_000_000;
    private long dueNanos = Long.MAX_VALUE;
    private Runnable work = () -> {};
    private boolean closed;

    /** Time passes on both clocks, and what is due is done when it is. */
    void advance(Duration time) {
        long end = nowNanos + time.toNanos();
        while (dueNanos <= end) {
            pass(dueNanos - nowNanos);
            dueNanos = Long.MAX_VALUE;
            work.run();
        }
        pass(end - nowNanos);
    }

    private void pass(long nanos) {
        nowNanos += nanos;
        nowMillis += Duration.ofNanos(nanos).toMillis();
    }

    /** Somebody sets the wall clock. */
    void setMillis(long millis) {
        nowMillis = millis;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public long nowNanos() {
        return nowNanos;
    }

    @Override
    public long nowMillis() {
        return nowMillis;
    }

    @Override
    public void wakeAt(long nanos, Runnable next) {
        dueNanos = Math.max(nanos, nowNanos + 1);
        work = next;
    }

    @Override
    public void close() {
        closed = true;
    }
}
