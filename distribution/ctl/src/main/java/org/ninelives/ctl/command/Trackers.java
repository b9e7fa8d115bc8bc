package org.ninelives.ctl.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.management.ObjectName;
import org.ninelives.api.management.TrackerMXBean;
import org.ninelives.api.management.TrackerStatus;
import org.ninelives.ctl.ExitStatus;
import org.ninelives.ctl.output.Durations;
import org.ninelives.ctl.output.Table;
import picocli.CommandLine.Command;

/** {@code trackers}. */
@Command(
        name = "trackers",
        description = "Shows what is watched for virtual routers; ends with 5 if one is bad.")
public final class Trackers extends Action {

    @Override
    int run(Session session) throws IOException {
        List<TrackerStatus> trackers = new ArrayList<>();
        for (ObjectName name : session.daemon().all("Tracker")) {
            Gone.unless(() -> session.daemon().bean(TrackerMXBean.class, name).getStatus())
                    .ifPresent(trackers::add);
        }
        session.answer(trackers, text(trackers, System.currentTimeMillis()));
        return trackers.stream().anyMatch(tracker -> tracker.state().equals("BAD"))
                ? ExitStatus.UNWELL
                : ExitStatus.DONE;
    }

    private static String text(List<TrackerStatus> trackers, long nowMillis) {
        Table table = new Table("KIND", "NAME", "STATE", "VALUE", "SINCE", "LAST CHANGE");
        for (TrackerStatus one : trackers) {
            table.row(
                    one.kind(),
                    one.name(),
                    one.state(),
                    one.value(),
                    Durations.since(one.sinceMillis(), nowMillis),
                    one.lastChange());
        }
        return table.toString();
    }
}
