package org.ninelives.ctl.command;

import java.util.List;
import org.ninelives.api.management.ConfigurationMXBean;
import org.ninelives.api.management.HistoryEntry;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.ctl.ExitStatus;
import org.ninelives.ctl.output.Durations;
import org.ninelives.ctl.output.Table;
import picocli.CommandLine.Command;

/** {@code history}. */
@Command(name = "history", description = "Shows the latest loads and reloads, and which runs.")
public final class History extends Action {

    /** As many digits as tell two apart; all of them are in the JSON. */
    private static final int DIGITS = 12;

    @Override
    int run(Session session) {
        List<HistoryEntry> history =
                session.daemon()
                        .bean(ConfigurationMXBean.class, ObjectNames.configuration())
                        .getHistory();
        session.answer(history, text(history, System.currentTimeMillis()));
        return ExitStatus.DONE;
    }

    private static String text(List<HistoryEntry> history, long nowMillis) {
        Table table = new Table("", "NUMBER", "AGO", "RESULT", "MS", "HASH", "BY", "SUMMARY");
        for (HistoryEntry one : history) {
            table.row(
                    one.running() ? "*" : "",
                    one.number(),
                    Durations.since(one.timeMillis(), nowMillis),
                    one.result(),
                    one.durationMillis(),
                    one.hash().substring(0, Math.min(DIGITS, one.hash().length())),
                    one.by(),
                    one.summary());
        }
        return table.toString();
    }
}
