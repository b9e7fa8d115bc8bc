package org.ninelives.check.internal;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the daemon to read the configuration that runs once more, by the grammars that are there
 * now. A checker that is back is told to one bundle after the other, and who reads the
 * configuration may be the last of them: so it is asked for again while it has not helped.
 *
 * @param isNeeded whether checks still wait for their new code
 * @param patience how long to wait before each time of asking
 */
record ReadAnew(BundleContext context, BooleanSupplier isNeeded, List<Duration> patience) {

    private static final Logger LOG = LoggerFactory.getLogger(ReadAnew.class);

    private static final String FILTER = "(ninelives.request=read-anew)";

    private static final List<Duration> PATIENCE =
            List.of(Duration.ofMillis(200), Duration.ofSeconds(2), Duration.ofSeconds(10));

    ReadAnew(BundleContext context, BooleanSupplier isNeeded) {
        this(context, isNeeded, PATIENCE);
    }

    /** Begins to ask, and returns. */
    void start() {
        Thread.ofVirtual().name("read-anew").start(this::run);
    }

    /** Asks, and returns when that has helped or was in vain. */
    void run() {
        try {
            for (Duration wait : patience) {
                Thread.sleep(wait);
                if (!isNeeded.getAsBoolean()) {
                    return;
                }
                request();
            }
        } catch (InterruptedException | IllegalStateException e) {
            LOG.debug("The end came first", e);
        }
    }

    private void request() {
        try {
            for (ServiceReference<Runnable> reference :
                    context.getServiceReferences(Runnable.class, FILTER)) {
                Runnable request = context.getService(reference);
                if (request != null) {
                    request.run();
                    context.ungetService(reference);
                }
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
