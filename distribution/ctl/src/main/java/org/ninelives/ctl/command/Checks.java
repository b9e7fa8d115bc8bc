package org.ninelives.ctl.command;

import java.io.IOException;
import java.util.List;
import org.ninelives.api.management.CheckRow;
import org.ninelives.api.management.ChecksMXBean;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.ctl.ExitStatus;
import org.ninelives.ctl.access.UnknownObjectException;
import org.ninelives.ctl.output.Durations;
import org.ninelives.ctl.output.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code checks}. */
@Command(
        name = "checks",
        description = "Shows the health checks of real servers; ends with 5 if one has failed.")
public final class Checks extends Action {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "VIRTUAL_SERVER",
            description = "only those of this one")
    private String virtualServer = "";

    @Option(names = "--failed", description = "only those that have failed")
    private boolean failed;

    @Override
    int run(Session session) throws IOException, UnknownObjectException {
        String wanted =
                virtualServer.isEmpty() ? "" : session.finder().virtualServerName(virtualServer);
        List<CheckRow> checks =
                session
                        .daemon()
                        .bean(ChecksMXBean.class, ObjectNames.checks())
                        .getTable()
                        .values()
                        .stream()
                        .filter(check -> wanted.isEmpty() || check.virtualServer().equals(wanted))
                        .filter(check -> !failed || hasFailed(check))
                        .toList();
        session.answer(checks, text(checks, System.currentTimeMillis()));
        return checks.stream().anyMatch(Checks::hasFailed) ? ExitStatus.UNWELL : ExitStatus.DONE;
    }

    private static boolean hasFailed(CheckRow check) {
        return check.verdict().equals("FAILED");
    }

    private static String text(List<CheckRow> checks, long nowMillis) {
        Table table =
                new Table(
                        "VIRTUAL SERVER",
                        "REAL SERVER",
                        "CHECK",
                        "STATE",
                        "SINCE",
                        "LAST LOOK",
                        "WHY");
        for (CheckRow one : checks) {
            table.row(
                    one.virtualServer(),
                    one.realServer(),
                    one.place() + " " + one.keyword(),
                    one.verdict() + (one.suspended() ? ", rests" : ""),
                    Durations.since(one.sinceMillis(), nowMillis),
                    Durations.since(one.lastLookMillis(), nowMillis),
                    one.reason());
        }
        return table.toString();
    }
}
