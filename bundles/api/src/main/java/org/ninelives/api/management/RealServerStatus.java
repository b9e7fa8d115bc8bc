package org.ninelives.api.management;

import java.util.List;

/**
 * A real server at one moment.
 *
 * @param virtualServer as the log calls it
 * @param name as the log calls it
 * @param state {@code UP}, {@code DOWN}, {@code DRAINING} or {@code DRAINED}
 * @param reason why it is in that state, a sentence; empty where there is nothing to tell
 * @param configuredWeight weight in the file
 * @param effectiveWeight weight in force while it serves, of checks and operators
 * @param weightOverridden whether another weight was set
 * @param activeConnections established, of all addresses of the virtual server; -1 where IPVS is
 *     not available
 * @param inactiveConnections in any other state, likewise
 * @param drainSeconds how long it has been drained; 0 while it is not
 * @param drainSecondsLeft until it leaves whatever connections it has; -1 for as long as it takes
 * @param checks in the order of the file
 * @param overrides what operators have set for it
 */
public record RealServerStatus(
        String virtualServer,
        String name,
        String state,
        String reason,
        int configuredWeight,
        int effectiveWeight,
        boolean weightOverridden,
        long activeConnections,
        long inactiveConnections,
        long drainSeconds,
        long drainSecondsLeft,
        List<CheckStatus> checks,
        List<OverrideStatus> overrides) {}
