package org.ninelives.launcher;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A bundle that cannot start. */
public final class Thrower implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        throw new IllegalStateException("no such device");
    }

    @Override
    public void stop(BundleContext context) {}
}
