package org.ninelives.api.management;

import java.util.List;

/** A real server at one moment. */
public record RealServerStatus(
        @Description("Its virtual server, as the log calls it") String virtualServer,
        @Description("The real server, as the log calls it") String name,
        @Description("UP, DOWN, DRAINING or DRAINED") String state,
        @Description("Why it is in that state, a sentence; empty where there is nothing to tell")
                String reason,
        @Description("Weight in the file, 0..2147483647") int configuredWeight,
        @Description("Weight in force while it serves, of checks and operators, 0..2147483647")
                int effectiveWeight,
        @Description("Whether another weight was set") boolean weightOverridden,
        @Description(
                        "Established connections, of all addresses of the virtual server; -1 where"
                                + " IPVS is not available")
                long activeConnections,
        @Description("Connections in any other state; -1 where IPVS is not available")
                long inactiveConnections,
        @Description("How long it has been drained, seconds; 0 while it is not") long drainSeconds,
        @Description(
                        "Until it leaves whatever connections it has, seconds; -1 for as long as it"
                                + " takes")
                long drainSecondsLeft,
        @Description("Its checks, in the order of the file") List<CheckStatus> checks,
        @Description("What operators have set for it") List<OverrideStatus> overrides) {}
