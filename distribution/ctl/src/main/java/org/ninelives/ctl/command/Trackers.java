package org.ninelives.ctl.command;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.ninelives.api.management.DaemonMXBean;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.api.management.TrackerStatus;
import org.ninelives.api.management.TrackerUser;
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
    int run(Session session) {
        Collection<TrackerStatus> trackers =
                session.daemon()
                        .bean(DaemonMXBean.class, ObjectNames.daemon())
                        .getTrackers()
                        .values();
        session.answer(trackers, text(trackers, System.currentTimeMillis()));
        return trackers.stream().anyMatch(tracker -> tracker.state().equals("BAD"))
                ? ExitStatus.UNWELL
                : ExitStatus.DONE;
    }

    private static String text(Collection<TrackerStatus> trackers, long nowMillis) {
        Table table =
                new Table("KIND", "NAME", "STATE", "VALUE", "SINCE", "USED BY", "LAST CHANGE");
        for (TrackerStatus one : trackers) {
            table.row(
                    one.kind(),
                    one.name(),
                    one.state(),
                    one.value(),
                    Durations.since(one.sinceMillis(), nowMillis),
                    users(one.users()),
                    one.lastChange());
        }
        return table.toString();
    }

    /** {@code VI_1 -20, VG_1}: a weight of 0 is left out, as in the file. */
    private static String users(List<TrackerUser> users) {
        return users.isEmpty()
                ? "-"
                : users.stream()
                        .map(user -> user.name() + (user.weight() == 0 ? "" : " " + user.weight()))
                        .collect(Collectors.joining(", "));
    }
}
