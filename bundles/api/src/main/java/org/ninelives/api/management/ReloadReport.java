package org.ninelives.api.management;

import java.util.List;

/** What a load or reload came to. */
public record ReloadReport(
        @Description("What came of it, such as APPLIED, REFUSED, UNCHANGED or PLANNED")
                String result,
        @Description("The result in one sentence") String summary,
        @Description("How many problems are errors") int errors,
        @Description("How many problems are warnings") int warnings,
        @Description("Each problem as a line") List<String> problems,
        @Description("Each change as a line; objects that stay are left out") List<String> changes,
        @Description("The same changes as rows") List<ChangeRow> table,
        @Description(
                        "Of all that was read: the same for the same text in the same files,"
                                + " whenever and wherever it is read; empty where nothing was")
                String hash,
        @Description("When it was, milliseconds since 1970 UTC") long timeMillis,
        @Description("How long it took, milliseconds") long durationMillis) {}
