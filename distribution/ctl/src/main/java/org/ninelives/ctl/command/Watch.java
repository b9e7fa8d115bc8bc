package org.ninelives.ctl.command;

import java.time.Duration;
import java.util.List;
import org.ninelives.api.management.DaemonMXBean;
import org.ninelives.api.management.EventRecord;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.ctl.ExitStatus;
import org.ninelives.ctl.output.DurationConverter;
import org.ninelives.ctl.output.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code watch}. */
@Command(
        name = "watch",
        description = "Shows the status and the latest events, again and again; Ctrl-C ends it.")
public final class Watch extends Action {

    private static final String HOME_AND_CLEAR = "\u001b[H\u001b[2J";
    private static final int EVENTS = 10;

    @Option(
            names = "--every",
            paramLabel = "DURATION",
            defaultValue = "1s",
            converter = DurationConverter.class,
            description = "how often (default: ${DEFAULT-VALUE})")
    private Duration every = Duration.ofSeconds(1);

    @Option(
            names = "--times",
            paramLabel = "COUNT",
            description = "ends after so many looks; 0 for never (default)")
    private int times;

    @Override
    int run(Session session) throws InterruptedException {
        DaemonMXBean daemon = session.daemon().bean(DaemonMXBean.class, ObjectNames.daemon());
        Tail tail = new Tail(daemon::eventsSince, EVENTS);
        for (int look = 1; ; look++) {
            Overview seen = Overview.of(session.daemon());
            List<EventRecord> events = tail.latest();
            if (session.json()) {
                session.out().println(Json.line(seen));
            } else {
                session.out().print(screen(seen, events));
            }
            session.out().flush();
            if (look == times) {
                return seen.well() ? ExitStatus.DONE : ExitStatus.UNWELL;
            }
            Thread.sleep(every);
        }
    }

    private static String screen(Overview seen, List<EventRecord> events) {
        StringBuilder screen = new StringBuilder(HOME_AND_CLEAR);
        screen.append(OverviewText.of(seen, System.currentTimeMillis()));
        if (!events.isEmpty()) {
            screen.append('\n');
            events.forEach(event -> screen.append(EventLine.of(event)).append('\n'));
        }
        return screen.toString();
    }
}
