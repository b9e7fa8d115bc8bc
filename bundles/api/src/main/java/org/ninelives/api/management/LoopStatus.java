package org.ninelives.api.management;

import java.util.List;

/** How late and how busy a loop has been since it started. */
public record LoopStatus(
        @Description("Name of its thread: vrrp, lvs, bfd, ...") String name,
        @Description("Times it woke") long turns,
        @Description("Time spent in turns rather than waiting, microseconds") long busyMicros,
        @Description("Lateness of all deadlines together, microseconds") long lateMicrosSum,
        @Description("The latest deadline was called so many microseconds late") long lateMicrosMax,
        @Description("How many deadlines were how late, from the smallest bound to the largest")
                List<LatenessCount> lateness) {

    /** Deadlines that were called. */
    public long deadlines() {
        return lateness.stream().mapToLong(LatenessCount::deadlines).sum();
    }
}
