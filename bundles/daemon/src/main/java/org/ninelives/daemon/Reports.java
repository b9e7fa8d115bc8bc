package org.ninelives.daemon;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.ninelives.api.configuration.PlannedChange;
import org.ninelives.api.management.ChangeRow;
import org.ninelives.api.management.ReloadReport;
import org.ninelives.config.Severity;

/** Writes the report of one load or reload; the time it took starts with this object. */
final class Reports {

    static final String APPLIED = "APPLIED";
    static final String REFUSED = "REFUSED";
    static final String UNCHANGED = "UNCHANGED";
    static final String PLANNED = "PLANNED";

    private final Instant begin = Instant.now();
    private final long beginNanos = System.nanoTime();

    /** Before anything was loaded. */
    static ReloadReport none() {
        return new ReloadReport(
                UNCHANGED, "nothing loaded yet", 0, 0, List.of(), List.of(), List.of(), "", 0, 0);
    }

    ReloadReport applied(Preparation preparation, String done) {
        List<String> changes = changes(preparation);
        return changes.isEmpty()
                ? report(UNCHANGED, done + " without changes", preparation)
                : report(APPLIED, done + ": " + counted(changes.size()), preparation);
    }

    ReloadReport planned(Preparation preparation) {
        return report(PLANNED, counted(changes(preparation).size()), preparation);
    }

    ReloadReport refused(Preparation preparation, String objection) {
        return report(REFUSED, objection, preparation);
    }

    /** Of what was not even read. */
    ReloadReport refused(String objection) {
        return new ReloadReport(
                REFUSED,
                objection,
                0,
                0,
                List.of(),
                List.of(),
                List.of(),
                "",
                begin.toEpochMilli(),
                elapsed().toMillis());
    }

    long micros() {
        return elapsed().toNanos() / 1000;
    }

    private ReloadReport report(String result, String summary, Preparation preparation) {
        return new ReloadReport(
                result,
                summary,
                ProblemLines.count(preparation.problems(), Severity.ERROR),
                ProblemLines.count(preparation.problems(), Severity.WARNING),
                ProblemLines.of(preparation.problems()),
                changes(preparation),
                table(preparation),
                preparation.reading().hash(),
                begin.toEpochMilli(),
                elapsed().toMillis());
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - beginNanos);
    }

    private static List<String> changes(Preparation preparation) {
        return different(preparation).map(PlannedChange::toString).toList();
    }

    private static List<ChangeRow> table(Preparation preparation) {
        return different(preparation).map(Reports::row).toList();
    }

    private static Stream<PlannedChange> different(Preparation preparation) {
        return preparation.changes().stream()
                .filter(change -> change.kind() != PlannedChange.Kind.KEEP);
    }

    private static ChangeRow row(PlannedChange change) {
        return new ChangeRow(
                change.kind().name(), change.keyword(), change.name(), change.detail());
    }

    private static String counted(int changes) {
        return changes == 1 ? "1 change" : changes + " changes";
    }
}
