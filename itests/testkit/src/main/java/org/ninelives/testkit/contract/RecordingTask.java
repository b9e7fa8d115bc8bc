package org.ninelives.testkit.contract;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.ninelives.api.system.LoopTask;

/** A task that is due when told to be, and remembers when it was called. */
public final class RecordingTask implements LoopTask {

    private final List<Long> dueAt = new CopyOnWriteArrayList<>();
    private final AtomicInteger turnsEnded = new AtomicInteger();
    private volatile long deadlineNanos = NEVER;
    private volatile boolean failing;

    public void dueAt(long nanos) {
        deadlineNanos = nanos;
    }

    /** From now on every call but the deadline's fails. */
    public void fail(boolean fail) {
        failing = fail;
    }

    public List<Long> calls() {
        return dueAt;
    }

    public int turnsEnded() {
        return turnsEnded.get();
    }

    @Override
    public long deadlineNanos() {
        return deadlineNanos;
    }

    @Override
    public void due(long nowNanos) {
        deadlineNanos = NEVER;
        dueAt.add(nowNanos);
        failIfAsked();
    }

    @Override
    public void turnEnded(long nowNanos) {
        turnsEnded.incrementAndGet();
        failIfAsked();
    }

    private void failIfAsked() {
        if (failing) {
            throw new IllegalStateException("asked to fail");
        }
    }
}
