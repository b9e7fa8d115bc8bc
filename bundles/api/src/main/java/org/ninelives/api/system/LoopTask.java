package org.ninelives.api.system;

import org.osgi.annotation.versioning.ConsumerType;

/** What a loop works for. Every method is called on the loop's thread and may not block. */
@ConsumerType
public interface LoopTask {

    /** The answer of {@link #deadlineNanos} that asks for no call. */
    long NEVER = Long.MAX_VALUE;

    /**
     * When {@link #due} wants to be called next, on the scale of {@link Loop#nowNanos}; a time that
     * is past means at once.
     */
    long deadlineNanos();

    /** Called when the deadline has come. */
    void due(long nowNanos);

    /**
     * Called at the end of each turn, after packets, events, deadlines and posted work: the place
     * to publish snapshots.
     */
    default void turnEnded(long nowNanos) {}
}
