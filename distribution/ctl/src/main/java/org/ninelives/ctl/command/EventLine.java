package org.ninelives.ctl.command;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.ninelives.api.management.EventRecord;

/** An event for people. */
final class EventLine {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private EventLine() {}

    static String of(EventRecord event) {
        return TIME.format(Instant.ofEpochMilli(event.timeMillis()))
                + "  "
                + event.type()
                + "  "
                + event.text();
    }
}
