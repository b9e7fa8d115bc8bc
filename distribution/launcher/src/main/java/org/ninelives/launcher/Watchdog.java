package org.ninelives.launcher;

import java.time.Duration;
import org.ninelives.launcher.log.Logging;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the process by force when its orderly end takes too long. */
final class Watchdog {

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private Watchdog() {}

    static void start(Duration patience, Logging logging) {
        Thread thread =
                new Thread(
                        () -> {
                            if (slept(patience)) {
                                LOG.error(
                                        "Stopping took more than {} s, ended by force",
                                        patience.toSeconds());
                                logging.flush();
                                Runtime.getRuntime().halt(1);
                            }
                        },
                        "watchdog");
        thread.setDaemon(true);
        thread.start();
    }

    private static boolean slept(Duration time) {
        try {
            Thread.sleep(time.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
