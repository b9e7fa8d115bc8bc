package org.ninelives.linux.companion;

import static org.ninelives.linux.libc.Constants.LOG_INFO;
import static org.ninelives.linux.libc.Constants.LOG_PID;
import static org.ninelives.linux.libc.Constants.LOG_WARNING;

import java.nio.charset.StandardCharsets;
import org.ninelives.linux.libc.Libc;
import org.ninelives.linux.libc.NativeBuffer;

/** Lines for the system log by syslog(3), and for standard error. */
final class SystemLog {

    /** syslog(3) keeps the pointer. */
    private static final NativeBuffer NAME = text("ninelived-companion");

    private static final NativeBuffer FORMAT = text("%s");

    /** The code of a facility stands above three bits of severity (syslog.h). */
    private static final int FACILITY_SHIFT = 3;

    /** The journal hears standard error and the system log, and would show each line twice. */
    private final boolean toStandardError = System.getenv("JOURNAL_STREAM") == null;

    SystemLog(int facility) {
        Libc.openlog(NAME.address(), LOG_PID, facility << FACILITY_SHIFT);
    }

    void warning(String line) {
        log(LOG_WARNING, line);
    }

    void info(String line) {
        log(LOG_INFO, line);
    }

    private void log(int severity, String line) {
        NativeBuffer text = text(line);
        Libc.syslog(severity, FORMAT.address(), text.address());
        if (toStandardError) {
            System.err.println(line);
        }
    }

    private static NativeBuffer text(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        NativeBuffer memory = NativeBuffer.allocate(bytes.length + 1);
        memory.bytes().put(0, bytes);
        return memory;
    }
}
