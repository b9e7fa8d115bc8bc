package org.ninelives.launcher.log;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * The record a process hands to the system log, as syslog(3) writes it (RFC 3164 without the host).
 *
 * @param facility code of the facility
 * @param name asked for each record: that of the process in the log
 * @param pid process id
 */
record SyslogFormat(int facility, Supplier<String> name, long pid, ZoneId zone) {

    /** syslogds cut longer records, and datagrams have a limit of their own. */
    private static final int RECORD_BYTES_MAX = 8192;

    byte[] format(LogLine line) {
        String record =
                "<"
                        + (facility * 8 + line.severity().code())
                        + ">"
                        + Calendar.syslogTime(ConsoleFormat.localTime(line, zone))
                        + " "
                        + name.get()
                        + "["
                        + pid
                        + "]: "
                        + line.text();
        byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= RECORD_BYTES_MAX ? bytes : Arrays.copyOf(bytes, RECORD_BYTES_MAX);
    }
}
