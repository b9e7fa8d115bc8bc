package org.ninelives.ctl.command;

import java.util.List;
import org.ninelives.api.management.DaemonMXBean;
import org.ninelives.api.management.EventRecord;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.ctl.ExitStatus;
import org.ninelives.ctl.output.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code events}. */
@Command(
        name = "events",
        description = "Tells what has happened since the start of the daemon, the oldest first.")
public final class Events extends Action {

    private static final long PAUSE_MILLIS = 500;

    @Option(
            names = {"-f", "--follow"},
            description = "goes on with what happens; Ctrl-C ends it")
    private boolean follow;

    @Option(
            names = "--since",
            paramLabel = "SEQUENCE",
            description = "only those after this one; the JSON of each has its sequence")
    private long since;

    @Override
    int run(Session session) throws InterruptedException {
        DaemonMXBean daemon = session.daemon().bean(DaemonMXBean.class, ObjectNames.daemon());
        while (true) {
            List<EventRecord> events = daemon.eventsSince(since);
            for (EventRecord event : events) {
                tellGap(session, event);
                session.out().println(session.json() ? Json.line(event) : EventLine.of(event));
                since = event.sequence();
            }
            session.out().flush();
            if (events.isEmpty()) {
                if (!follow) {
                    return ExitStatus.DONE;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    /** The daemon keeps the latest only; whoever comes too late is told so, also for the first. */
    private void tellGap(Session session, EventRecord event) {
        long missed = event.sequence() - since - 1;
        if (missed > 0 && !session.json()) {
            session.out().println("... " + missed + " events are no longer kept");
        }
    }
}
