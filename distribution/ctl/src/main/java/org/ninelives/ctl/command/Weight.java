package org.ninelives.ctl.command;

import org.ninelives.api.management.OverrideStatus;
import org.ninelives.ctl.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code weight}. */
@Command(
        name = "weight",
        description = "Sets the weight of a real server in place of the file's and the checks'.")
public final class Weight extends Action {

    @Mixin private RealServerName server = new RealServerName();

    @Parameters(index = "2", paramLabel = "WEIGHT", description = "0 for no new connections")
    private int weight;

    @Mixin private Term term = new Term();

    @Override
    int run(Session session) throws Exception {
        OverrideStatus done =
                server.find(session).overrideWeight(weight, term.seconds(), term.lasting());
        session.answer(done, OverviewText.override(done));
        return ExitStatus.DONE;
    }
}
