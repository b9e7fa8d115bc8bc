package org.ninelives.ctl.command;

import org.ninelives.ctl.ExitStatus;
import picocli.CommandLine.Command;

/** {@code status}. */
@Command(
        name = "status",
        description =
                "Shows virtual routers, virtual servers and overrides; ends with 5 if one is"
                        + " not well.")
public final class Status extends Action {

    @Override
    int run(Session session) {
        Overview seen = Overview.of(session.daemon());
        session.answer(seen, OverviewText.of(seen, System.currentTimeMillis()));
        return seen.well() ? ExitStatus.DONE : ExitStatus.UNWELL;
    }
}
