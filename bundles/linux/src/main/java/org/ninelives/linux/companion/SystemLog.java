package org.ninelives.linux.companion;

import static org.ninelives.linux.libc.Constants.LOG_INFO;
import static org.ninelives.linux.libc.Constants.LOG_PID;
import static org.ninelives.linux.libc.Constants.LOG_WARNING;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.ninelives.linux.libc.Libc;
import org.ninelives.linux.libc.NativeBuffer;

/**
 * Lines for who runs the machine: for the journal where standard error leads there, and otherwise
 * for the system log by syslog(3) and for standard error.
 */
final class SystemLog {

    /** syslog(3) keeps the pointer. */
    private static final NativeBuffer NAME = text("ninelived-companion");

    private static final NativeBuffer FORMAT = text("%s");

    /** The code of a facility stands above three bits of severity (syslog.h). */
    private static final int FACILITY_SHIFT = 3;

    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    /**
     * Of such a line the journal knows the unit however soon this process ends; to one of syslog(3)
     * it finds none when the process has gone.
     */
    private static final boolean TO_JOURNAL = isJournal(System.getenv("JOURNAL_STREAM"));

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
        if (TO_JOURNAL) {
            toStandardError("<" + severity + ">" + line); // sd-daemon(3)
            return;
        }
        NativeBuffer text = text(line);
        Libc.syslog(severity, FORMAT.address(), text.address());
        toStandardError(line);
    }

    /** In UTF-8, whatever the locale of the service manager is. */
    private static void toStandardError(String line) {
        System.err.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The variable names device and inode of the journal's stream (systemd.exec(5)). */
    private static boolean isJournal(String stream) {
        try {
            Map<String, Object> file = Files.readAttributes(STANDARD_ERROR, "unix:dev,ino");
            return (file.get("dev") + ":" + file.get("ino")).equals(stream);
        } catch (IOException e) {
            return false; // It is closed.
        }
    }

    private static NativeBuffer text(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        NativeBuffer memory = NativeBuffer.allocate(bytes.length + 1);
        memory.bytes().put(0, bytes);
        return memory;
    }
}
