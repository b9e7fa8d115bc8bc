package org.ninelives.api.management;

/** What a server says for all checks in it; each may say something else for itself. */
public record ServerChecksDetails(
        @Description("Host header of checks by HTTP; empty where none is written")
                String virtualHost,
        @Description("Whether checks have failed until they pass") boolean alpha,
        @Description("Time between checks, microseconds") long delayLoopMicros,
        @Description("Further tries before a check has failed, 0..4294967295; 0 if not written")
                long retry,
        @Description("Time between such tries, microseconds; 0 if not written")
                long delayBeforeRetryMicros,
        @Description("Longest random delay before the first check, microseconds; 0 if not written")
                long warmupMicros,
        @Description("Time to connect, microseconds") long connectTimeoutMicros) {

    /** Of one that is not checked, or not there any more. */
    public static ServerChecksDetails none() {
        return new ServerChecksDetails("", false, 0, 0, 0, 0, 0);
    }
}
