package org.ninelives.launcher;

import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A bundle that does not stop while a system property is there. */
public final class Stayer implements BundleActivator {

    static final String STAYS = "ninelives.test.stayer";

    /** There when it has stopped. */
    static final String LEFT = "ninelives.test.stayer.left";

    @Override
    public void start(BundleContext context) {
        System.setProperty(Probe.EVENTS, System.getProperty(Probe.EVENTS, "") + "joined;");
    }

    @Override
    public void stop(BundleContext context) {
        while (System.getProperty(STAYS) != null) {
            LockSupport.parkNanos(1_000_000);
        }
        System.setProperty(LEFT, "yes");
    }
}
