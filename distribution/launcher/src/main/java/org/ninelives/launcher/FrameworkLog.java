package org.ninelives.launcher;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the framework has to say goes to the log instead of standard output. */
final class FrameworkLog extends org.apache.felix.framework.Logger {

    private static final Logger LOG = LoggerFactory.getLogger("org.apache.felix.framework");

    /** A bundle that others added is reported by whoever stops it. */
    @Override
    @SuppressWarnings("rawtypes") // as the framework has it
    protected void doLog(
            Bundle bundle, ServiceReference service, int level, String message, Throwable thrown) {
        if (bundle == null || thrown == null || Container.isShipped(bundle)) {
            super.doLog(bundle, service, level, message, thrown);
        }
    }

    @Override
    protected void doLog(int level, String message, Throwable thrown) {
        // The container reports bundles that do not start, with the reason, itself.
        if (thrown instanceof BundleException) {
            return;
        }
        switch (level) {
            case LOG_ERROR -> LOG.error(message, thrown);
            case LOG_WARNING -> LOG.warn(message, thrown);
            default -> LOG.debug(message, thrown);
        }
    }
}
