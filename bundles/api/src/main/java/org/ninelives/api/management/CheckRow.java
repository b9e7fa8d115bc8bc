package org.ninelives.api.management;

/** A health check as a row of the table of all: what its own bean tells at more length. */
public record CheckRow(
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
        @Description("When the last look ended, milliseconds since 1970 UTC; 0 before the first")
                long lastLookMillis,
        @Description("How long that look took, microseconds; 0 before the first") long lastMicros) {

    /** The row of a check. */
    public static CheckRow of(CheckReport report) {
        return new CheckRow(
                report.virtualServer(),
                report.realServer(),
                report.place(),
                report.keyword(),
                report.verdict(),
                report.sinceMillis(),
                report.reason(),
                report.suspended(),
                report.lastLookMillis(),
                report.lastMicros());
    }

    /** By which it is found in the table: the names of its servers, its place and its keyword. */
    public String key() {
        return "%s %s %d %s".formatted(virtualServer, realServer, place, keyword);
    }
}
