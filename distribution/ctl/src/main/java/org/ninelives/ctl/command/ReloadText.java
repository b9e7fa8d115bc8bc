package org.ninelives.ctl.command;

import org.ninelives.api.management.ChangeRow;
import org.ninelives.api.management.ReloadReport;
import org.ninelives.ctl.ExitStatus;
import org.ninelives.ctl.output.Table;

/** What a plan, a reload or a rollback came to. */
final class ReloadText {

    private ReloadText() {}

    static String of(ReloadReport report) {
        StringBuilder text = new StringBuilder();
        report.problems().forEach(problem -> text.append(problem).append('\n'));
        Table changes = new Table("ACTION", "OBJECT", "NAME", "WHAT");
        for (ChangeRow row : report.table()) {
            changes.row(row.action(), row.kind(), row.name(), row.what());
        }
        if (!changes.isEmpty()) {
            text.append(changes);
        }
        text.append(report.result()).append(": ").append(report.summary()).append('\n');
        if (!report.hash().isEmpty()) {
            text.append("hash: ").append(report.hash()).append('\n');
        }
        return text.toString();
    }

    static int status(ReloadReport report) {
        return report.result().equals("REFUSED") ? ExitStatus.REFUSED : ExitStatus.DONE;
    }
}
