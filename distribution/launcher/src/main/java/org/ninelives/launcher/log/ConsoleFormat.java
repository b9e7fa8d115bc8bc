package org.ninelives.launcher.log;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** How a line looks on standard error. */
enum ConsoleFormat {
    /** {@code Fri Nov 20 12:00:00 2026: text}, as keepalived writes it. */
    DATED {
        @Override
        String format(LogLine line, ZoneId zone) {
            LocalDateTime time = localTime(line, zone);
            return Calendar.asctime(time) + ": " + line.text() + "\n";
        }
    },

    /** {@code <3>text}: the journal adds the time and takes the severity (sd-daemon(3)). */
    JOURNAL {
        @Override
        String format(LogLine line, ZoneId zone) {
            return "<" + line.severity().code() + ">" + line.text() + "\n";
        }
    },

    /** The text alone, for commands that answer and end. */
    PLAIN {
        @Override
        String format(LogLine line, ZoneId zone) {
            return line.text() + "\n";
        }
    };

    abstract String format(LogLine line, ZoneId zone);

    static LocalDateTime localTime(LogLine line, ZoneId zone) {
        long seconds = Math.floorDiv(line.epochMillis(), 1000L);
        ZoneOffset offset = zone.getRules().getOffset(Instant.ofEpochSecond(seconds));
        return LocalDateTime.ofEpochSecond(seconds, 0, offset);
    }
}
