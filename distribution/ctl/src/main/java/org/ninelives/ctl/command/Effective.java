package org.ninelives.ctl.command;

import org.ninelives.api.management.ConfigurationMXBean;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.ctl.ExitStatus;
import picocli.CommandLine.Command;

/** {@code config}. */
@Command(
        name = "config",
        description = "Shows the configuration that runs, without includes and secrets.")
public final class Effective extends Action {

    @Override
    int run(Session session) {
        String text =
                session.daemon()
                        .bean(ConfigurationMXBean.class, ObjectNames.configuration())
                        .getEffective();
        session.answer(text, text);
        return ExitStatus.DONE;
    }
}
