package org.ninelives.ctl.command;

import org.ninelives.api.management.OverrideStatus;
import org.ninelives.ctl.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code standby}. */
@Command(
        name = "standby",
        description =
                "Gives up mastership and does not claim it again, until the time is up or"
                        + " 'release'.")
public final class Standby extends Action {

    @Parameters(index = "0", paramLabel = "INSTANCE", description = "name of the vrrp_instance")
    private String instance;

    @Mixin private Term term = new Term();

    @Override
    int run(Session session) throws Exception {
        OverrideStatus done =
                session.finder().instance(instance).standby(term.seconds(), term.lasting());
        session.answer(done, OverviewText.override(done));
        return ExitStatus.DONE;
    }
}
