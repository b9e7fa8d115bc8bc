package org.ninelives.api.management;

import java.util.List;

/**
 * What a load or reload came to.
 *
 * @param result {@code APPLIED}, {@code REFUSED}, {@code UNCHANGED} or {@code PLANNED}
 * @param summary one sentence
 * @param errors how many problems are errors
 * @param warnings how many problems are warnings
 * @param problems each problem as a line
 * @param changes each change as a line; objects that stay are left out
 * @param table the same changes as rows
 * @param hash of all that was read: the same for the same text in the same files, whenever and
 *     wherever it is read; empty where nothing was
 * @param timeMillis when it was, milliseconds since 1970 UTC
 * @param durationMillis how long it took
 */
public record ReloadReport(
        String result,
        String summary,
        int errors,
        int warnings,
        List<String> problems,
        List<String> changes,
        List<ChangeRow> table,
        String hash,
        long timeMillis,
        long durationMillis) {}
