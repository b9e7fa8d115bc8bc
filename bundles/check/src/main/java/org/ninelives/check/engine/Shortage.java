package org.ninelives.check.engine;

import java.util.concurrent.TimeUnit;
import org.ninelives.api.check.CheckResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells that looks cannot be made for want of something on this machine: once for all of them, and
 * again only when that has been over for a while. For one thread.
 */
final class Shortage {

    private static final Logger LOG = LoggerFactory.getLogger(Shortage.class);

    private static final long OVER_NANOS = TimeUnit.MINUTES.toNanos(1);

    private boolean known;
    private long lastNanos;

    /** A look was not made. */
    void notMade(Look look, CheckResult why, long nowNanos) {
        if (!known || nowNanos - lastNanos > OVER_NANOS) {
            LOG.warn(
                    "{} of {} could not be made: {}; this says nothing about the server, which"
                            + " stands as it did and is looked at again soon, as are others that"
                            + " this happens to",
                    look.key().keyword(),
                    look.key().target(),
                    why.reason());
        }
        known = true;
        lastNanos = nowNanos;
    }
}
