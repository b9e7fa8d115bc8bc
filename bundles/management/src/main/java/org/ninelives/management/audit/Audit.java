package org.ninelives.management.audit;

import org.ninelives.api.management.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down each attempt to change something, in the name of the {@link Caller#current}. */
public final class Audit {

    private static final Logger LOG = LoggerFactory.getLogger(Audit.class);

    private Audit() {}

    /**
     * It was done.
     *
     * @param bean its object name
     * @param act what was asked for, such as {@code setPriority(priority=80)}
     * @param result old and new values, or empty
     */
    public static void done(Object bean, String act, String result) {
        LOG.info(
                "JMX audit: {}: {}: {}: done{}",
                Caller.current(),
                bean,
                act,
                result.isEmpty() ? "" : ", " + result);
    }

    /** It was refused, by the bean or for want of a right; nothing has changed. */
    public static void refused(Object bean, String act, String reason) {
        LOG.warn("JMX audit: {}: {}: {}: refused: {}", Caller.current(), bean, act, reason);
    }
}
