package org.ninelives.launcher;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The daemon in the background. A JVM cannot fork, so the program is started once more in a session
 * of its own, and the first process ends as soon as the second says that it is up.
 */
final class Detached {

    private static final Logger LOG = LoggerFactory.getLogger(Detached.class);
    private static final String MARK = "NINELIVES_DETACHED";
    private static final int READY = '+';

    private Detached() {}

    /** Whether this process is the one in the background. */
    static boolean isThisProcess() {
        return System.getenv(MARK) != null;
    }

    /**
     * Starts the background process, and waits until it is up or has ended.
     *
     * @param console whether it shall keep standard error
     * @return 0 if it is up, else its exit status
     */
    static int start(String[] arguments, boolean console, PrintStream err) {
        List<String> command = new ArrayList<>();
        command.add("setsid");
        command.add(new File(Product.home(), "bin/ninelived").getPath());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put(MARK, "1");
        // It names this process; the one in the background is told to the manager by MAINPID.
        builder.environment().remove("WATCHDOG_PID");
        builder.redirectInput(new File("/dev/null"));
        builder.redirectError(
                console
                        ? ProcessBuilder.Redirect.INHERIT
                        : ProcessBuilder.Redirect.to(new File("/dev/null")));
        try {
            Process process = builder.start();
            if (process.getInputStream().read() == READY) {
                return 0;
            }
            int status = process.waitFor();
            err.println(
                    "ninelived: the daemon ended with status "
                            + status
                            + "; the system log or option -nl tells why");
            return status;
        } catch (IOException e) {
            err.println("ninelived: cannot go to the background: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** In the background process: lets the first one end. */
    static void reportReady() {
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write(READY);
        } catch (IOException e) {
            LOG.debug("The starting process did not wait", e);
        }
    }
}
