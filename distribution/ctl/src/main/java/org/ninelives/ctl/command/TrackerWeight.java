package org.ninelives.ctl.command;

import javax.management.ObjectName;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.api.management.OverrideStatus;
import org.ninelives.api.management.TrackerMXBean;
import org.ninelives.ctl.ExitStatus;
import org.ninelives.ctl.access.UnknownObjectException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tracker-weight}. */
@Command(
        name = "tracker-weight",
        description = "Sets the weight with which something watched counts for a virtual router.")
public final class TrackerWeight extends Action {

    @Parameters(index = "0", paramLabel = "KIND", description = "script, file, process, bfd, ...")
    private String kind;

    @Parameters(index = "1", paramLabel = "TRACKER", description = "name of its block")
    private String tracker;

    @Parameters(index = "2", paramLabel = "INSTANCE", description = "name of the vrrp_instance")
    private String instance;

    @Parameters(index = "3", paramLabel = "WEIGHT", description = "-253..253")
    private int weight;

    @Mixin private Term term = new Term();

    @Override
    int run(Session session) throws Exception {
        ObjectName bean = ObjectNames.tracker(kind, tracker);
        if (!session.daemon().has(bean)) {
            throw new UnknownObjectException("no tracker '" + tracker + "' of kind " + kind);
        }
        OverrideStatus done =
                session.daemon()
                        .bean(TrackerMXBean.class, bean)
                        .overrideWeight(instance, weight, term.seconds(), term.lasting());
        session.answer(done, OverviewText.override(done));
        return ExitStatus.DONE;
    }
}
