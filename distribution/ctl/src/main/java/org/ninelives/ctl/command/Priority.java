package org.ninelives.ctl.command;

import org.ninelives.api.management.OverrideStatus;
import org.ninelives.ctl.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code priority}. */
@Command(name = "priority", description = "Sets the priority of a virtual router.")
public final class Priority extends Action {

    @Parameters(index = "0", paramLabel = "INSTANCE", description = "name of the vrrp_instance")
    private String instance;

    @Parameters(index = "1", paramLabel = "PRIORITY", description = "1..254")
    private int priority;

    @Mixin private Term term = new Term();

    @Override
    int run(Session session) throws Exception {
        OverrideStatus done =
                session.finder()
                        .instance(instance)
                        .overridePriority(priority, term.seconds(), term.lasting());
        session.answer(done, OverviewText.override(done));
        return ExitStatus.DONE;
    }
}
