package org.ninelives.ctl.command;

import org.ninelives.ctl.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code resign}. */
@Command(
        name = "resign",
        description =
                "Gives up mastership now, and takes part in the next election like any backup.")
public final class Resign extends Action {

    @Parameters(index = "0", paramLabel = "INSTANCE", description = "name of the vrrp_instance")
    private String instance;

    @Override
    int run(Session session) throws Exception {
        session.finder().instance(instance).resign();
        session.answer(true, instance + " has resigned");
        return ExitStatus.DONE;
    }
}
