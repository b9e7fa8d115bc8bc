package org.ninelives.lvs.core;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * How a server gets rid of its connections.
 *
 * @param sinceNanos when it began
 * @param deadlineNanos when it ends whatever is left, or {@link VirtualServer#NEVER}
 * @param connections those that are left, as counted last
 */
public record Drain(long sinceNanos, long deadlineNanos, OptionalLong connections) {

    /**
     * One that begins.
     *
     * @param limit {@link Duration#ZERO} for none
     */
    static Drain from(long nowNanos, Duration limit) {
        return new Drain(
                nowNanos,
                limit.isZero() ? VirtualServer.NEVER : nowNanos + limit.toNanos(),
                OptionalLong.empty());
    }

    Drain counted(long left) {
        return new Drain(sinceNanos, deadlineNanos, OptionalLong.of(left));
    }

    /** Whether nothing is left, or the time is up. */
    boolean isOver(long nowNanos) {
        return connections.orElse(1) == 0 || deadlineNanos <= nowNanos;
    }
}
