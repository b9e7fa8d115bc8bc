package org.ninelives.api.management;

/**
 * A health check of a real server at one moment. Counters are since it was configured like this.
 */
public record CheckReport(
        @Description("Its virtual server, as the log calls it") String virtualServer,
        @Description("Its real server, as the log calls it") String realServer,
        @Description("Its place among the checks of the real server, 1 for the first") int place,
        @Description("Keyword of the checker, such as TCP_CHECK") String keyword,
        @Description("UNKNOWN before the first result, PASSED or FAILED") String verdict,
        @Description("Since when, milliseconds since 1970 UTC; 0 before the first result")
                long sinceMillis,
        @Description("The result that made it so, or why there is none now; empty before the first")
                String reason,
        @Description("Whether it rests, as no address of its virtual server is on this node")
                boolean suspended,
        @Description("The sentence of the last look; empty before the first, and where it follows")
                String lastResult,
        @Description("Looks that have ended; those that equal checks share count for each")
                long ended,
        @Description("Those of them that did not pass") long failures,
        @Description("How many of the last looks have failed in a row") long failuresInRow,
        @Description("How long the last look took, microseconds; 0 before the first")
                long lastMicros,
        @Description("When the last look ended, milliseconds since 1970 UTC; 0 before the first")
                long lastLookMillis,
        @Description(
                        "When the next look is due, milliseconds since 1970 UTC; 0 while there is"
                                + " none")
                long nextLookMillis,
        @Description(
                        "Time between looks while it passes, milliseconds; 0 where it follows"
                                + " something")
                long delayMillis,
        @Description("Time between looks while it has failed, milliseconds; 0 likewise")
                long delayWhenFailedMillis,
        @Description("Further looks before a check that passed has failed, 0..2^32-1") long retry,
        @Description("Passes in a row before a check that failed passes, 1 or more; 0 likewise")
                int rise) {

    /** One that is not made any more, for whoever still holds its bean. */
    public static CheckReport gone(String virtualServer, String realServer, int place) {
        return new CheckReport(
                virtualServer,
                realServer,
                place,
                "",
                "UNKNOWN",
                0,
                "it is not configured any more",
                false,
                "",
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0);
    }
}
