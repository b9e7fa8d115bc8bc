package org.ninelives.api.management;

/** How a check of a real server stands. */
public record CheckStatus(
        @Description("Keyword of the checker, such as TCP_CHECK") String keyword,
        @Description("UNKNOWN before the first result, PASSED or FAILED") String verdict,
        @Description("The result that made it so, or why there is none now; empty before the first")
                String reason) {}
