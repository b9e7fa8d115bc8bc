package org.ninelives.ctl.command;

import org.ninelives.ctl.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code enable}. */
@Command(name = "enable", description = "Ends 'disable'.")
public final class Enable extends Action {

    @Mixin private Named named = new Named();

    @Override
    int run(Session session) throws Exception {
        boolean done = named.find(session).enable().getAsBoolean();
        session.answer(done, named + (done ? " is enabled" : " was not disabled"));
        return ExitStatus.DONE;
    }
}
