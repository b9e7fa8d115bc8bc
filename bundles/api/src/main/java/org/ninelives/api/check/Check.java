package org.ninelives.api.check;

import org.ninelives.api.system.ConnectTarget;

/** One check of a real server, as configured. Equal checks find equal things. */
public sealed interface Check {

    /** The keyword of its {@link CheckerType}. */
    String keyword();

    /** Whether it counts as failed until it has passed. */
    boolean alpha();

    /**
     * A check that is run again and again. Those with equal method, target and schedule are run
     * once for all servers that have them.
     *
     * @param logAllFailures whether each failure is logged, not only the change
     */
    record Probed(
            String keyword,
            ProbeMethod method,
            ConnectTarget target,
            CheckSchedule schedule,
            boolean alpha,
            boolean logAllFailures)
            implements Check {}

    /**
     * A check that follows something that is watched anyway.
     *
     * @param follow what, and what it means
     */
    record Followed(String keyword, FollowMethod follow, boolean alpha) implements Check {}
}
