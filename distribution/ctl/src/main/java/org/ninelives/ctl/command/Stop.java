package org.ninelives.ctl.command;

import org.ninelives.api.management.DaemonMXBean;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.ctl.ExitStatus;
import picocli.CommandLine.Command;

/** {@code stop}. */
@Command(
        name = "stop",
        description = "Ends the daemon as SIGTERM does: masters resign, addresses are removed.")
public final class Stop extends Action {

    @Override
    int run(Session session) {
        session.daemon().bean(DaemonMXBean.class, ObjectNames.daemon()).stop();
        session.answer(true, "stopping");
        return ExitStatus.DONE;
    }
}
