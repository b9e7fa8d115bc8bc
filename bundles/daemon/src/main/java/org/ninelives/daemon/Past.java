package org.ninelives.daemon;

import org.ninelives.api.management.HistoryEntry;
import org.ninelives.api.management.ReloadReport;

/**
 * A configuration that was applied, or one that was refused.
 *
 * @param number counts them
 * @param report what became of it
 * @param by who asked for it
 */
record Past(long number, ReloadReport report, String by) {

    HistoryEntry entry(boolean running) {
        return new HistoryEntry(
                number,
                report.timeMillis(),
                report.result(),
                report.durationMillis(),
                report.summary(),
                report.hash(),
                by,
                running);
    }
}
