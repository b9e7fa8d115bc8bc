package org.ninelives.ctl.command;

import org.ninelives.ctl.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code release}. */
@Command(name = "release", description = "Ends 'standby': the virtual router may claim again.")
public final class Release extends Action {

    @Parameters(index = "0", paramLabel = "INSTANCE", description = "name of the vrrp_instance")
    private String instance;

    @Override
    int run(Session session) throws Exception {
        boolean done = session.finder().instance(instance).release();
        session.answer(done, done ? instance + " may claim again" : instance + " was no standby");
        return ExitStatus.DONE;
    }
}
