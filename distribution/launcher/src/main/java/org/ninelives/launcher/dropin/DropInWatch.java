package org.ninelives.launcher.dropin;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after a folder of bundles on a thread of its own, since a bundle may hang when it starts.
 */
public final class DropInWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DropInWatch.class);

    private static final Duration PERIOD = Duration.ofSeconds(1);

    /** So long the start of the daemon waits for bundles that are not its own. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CountDownLatch first = new CountDownLatch(1);
    private final Thread thread;

    private DropInWatch(DropInFolder folder, boolean again) {
        thread = Thread.ofPlatform().daemon().name("bundles.d").unstarted(() -> run(folder, again));
    }

    /**
     * Starts to look; returns when what is there now was started, or hangs.
     *
     * @param again whether to look for changes from then on
     */
    public static DropInWatch start(DropInFolder folder, boolean again)
            throws InterruptedException {
        DropInWatch watch = new DropInWatch(folder, again);
        watch.thread.start();
        if (!watch.first.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.error("A bundle that was added does not come to its end of starting; going on");
        }
        return watch;
    }

    private void run(DropInFolder folder, boolean again) {
        try {
            look(folder, true);
            first.countDown();
            while (again) {
                Thread.sleep(PERIOD);
                look(folder, false);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the daemon ends
        } finally {
            first.countDown();
        }
    }

    private static void look(DropInFolder folder, boolean atOnce) {
        try {
            folder.look(atOnce);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("Bundles that were added were not looked at", e);
        }
    }

    /** Looks no more; bundles stay as they are. */
    public void close() {
        thread.interrupt();
    }
}
