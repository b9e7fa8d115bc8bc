package org.ninelives.ctl.command;

import org.ninelives.api.management.OverrideStatus;
import org.ninelives.ctl.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code disable}. */
@Command(
        name = "disable",
        description = "Takes a virtual router, a virtual server or a real server out of service.")
public final class Disable extends Action {

    @Mixin private Named named = new Named();
    @Mixin private Term term = new Term();

    @Override
    int run(Session session) throws Exception {
        OverrideStatus done =
                named.find(session).disabling().disable(term.seconds(), term.lasting());
        session.answer(done, OverviewText.override(done));
        return ExitStatus.DONE;
    }
}
