package org.ninelives.dropin.engine;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Lets go of the code of bundles that went or were updated where others still use it. A refresh
 * holds the lock of the whole framework, so no bundle of others may run meanwhile, or it could hold
 * up everything: they are stopped before, and whoever watches them starts them again.
 */
final class Refresher {

    private final FrameworkWiring wiring;

    Refresher(BundleContext context) {
        wiring = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    }

    /** Stops those that use the old code of a bundle, and lets go of it. */
    void refresh(Bundle changed) throws BundleException, InterruptedException {
        if (!wiring.getRemovalPendingBundles().contains(changed)) {
            return;
        }
        Collection<Bundle> users = wiring.getDependencyClosure(List.of(changed));
        for (Bundle user : users) {
            if (user.getState() != Bundle.UNINSTALLED) {
                user.stop();
            }
        }
        CountDownLatch done = new CountDownLatch(1);
        wiring.refreshBundles(
                users,
                event -> {
                    if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                        done.countDown();
                    }
                });
        done.await();
    }
}
