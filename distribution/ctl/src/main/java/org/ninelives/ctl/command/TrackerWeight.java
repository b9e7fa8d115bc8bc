package org.ninelives.ctl.command;

import org.ninelives.api.management.OverrideStatus;
import org.ninelives.ctl.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tracker-weight}. */
@Command(
        name = "tracker-weight",
        description = "Sets the weight with which something watched counts for a virtual router.")
public final class TrackerWeight extends Action {

    @Parameters(index = "0", paramLabel = "INSTANCE", description = "name of the vrrp_instance")
    private String instance;

    @Parameters(
            index = "1",
            paramLabel = "TRACKER",
            description = "kind and name as one word, such as 'script chk_nginx'")
    private String tracker;

    @Parameters(
            index = "2",
            paramLabel = "WEIGHT",
            description = "-253..253; 0 makes it a fault when it is bad")
    private int weight;

    @Mixin private Term term = new Term();

    @Override
    int run(Session session) throws Exception {
        OverrideStatus done =
                session.finder()
                        .instance(instance)
                        .overrideTrackerWeight(tracker, weight, term.seconds(), term.lasting());
        session.answer(done, OverviewText.override(done));
        return ExitStatus.DONE;
    }
}
