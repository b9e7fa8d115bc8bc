package org.ninelives.dropin.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops the bundles that were dropped in because the daemon stops, and waits for none of them. */
public final class Farewell {

    private static final Logger LOG = LoggerFactory.getLogger(Farewell.class);

    /** So long the daemon waits for all of them together; addresses are still there meanwhile. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Installer installer;
    private final FolderWatch watch;

    public Farewell(Installer installer, FolderWatch watch) {
        this.installer = installer;
        this.watch = watch;
    }

    /** Looks no more, and stops them, each on a thread of its own. */
    public void run() {
        watch.close();
        List<Bundle> bundles = new ArrayList<>();
        installer
                .installed()
                .forEach(
                        (file, installed) -> {
                            // One that blocks anyway is not worth the wait.
                            if (!watch.isAtWork(file)) {
                                bundles.add(installed.bundle());
                            }
                        });
        CountDownLatch stopped = new CountDownLatch(bundles.size());
        for (Bundle bundle : bundles) {
            Thread.ofPlatform()
                    .daemon()
                    .name("stop " + bundle.getSymbolicName())
                    .start(() -> stop(bundle, stopped));
        }
        try {
            // Whether all of them did is told at the very end, by the launcher.
            var unused = stopped.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stop(Bundle bundle, CountDownLatch stopped) {
        try {
            bundle.stop(Bundle.STOP_TRANSIENT);
        } catch (BundleException | IllegalStateException e) {
            LOG.warn("{} failed when it was stopped: {}", Installer.words(bundle), e.getMessage());
        } finally {
            stopped.countDown();
        }
    }
}
