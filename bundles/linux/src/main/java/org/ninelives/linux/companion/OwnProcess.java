package org.ninelives.linux.companion;

import static org.ninelives.linux.libc.Constants.MCL_CURRENT;
import static org.ninelives.linux.libc.Constants.MCL_FUTURE;
import static org.ninelives.linux.libc.Constants.MCL_ONFAULT;
import static org.ninelives.linux.libc.Constants.SIGHUP;
import static org.ninelives.linux.libc.Constants.SIGINT;
import static org.ninelives.linux.libc.Constants.SIGTERM;
import static org.ninelives.linux.libc.Constants.SIG_IGN;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.ninelives.linux.libc.Libc;

/** What this process asks of the kernel for itself. Each refusal leaves it a little weaker only. */
final class OwnProcess {

    private static final String NAME = "nine-companion";

    /** Of proc(5): never chosen when memory runs out. The daemon may be. */
    private static final String NEVER_KILLED = "-1000";

    private OwnProcess() {}

    /** What ends the daemon's session, its group or its service does not end this process. */
    static void detach() {
        for (int signal : new int[] {SIGHUP, SIGINT, SIGTERM}) {
            Libc.signal(signal, SIG_IGN);
        }
        Libc.setsid();
        write("/proc/self/oom_score_adj", NEVER_KILLED);
        write("/proc/self/comm", NAME);
    }

    /** Keeps what is in use by now, and what will be, from being swapped out. */
    static void stayInMemory() {
        System.gc();
        Libc.mlockall(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT);
    }

    private static void write(String path, String text) {
        try (FileOutputStream file = new FileOutputStream(path)) {
            file.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // A container may keep it read-only.
        }
    }
}
