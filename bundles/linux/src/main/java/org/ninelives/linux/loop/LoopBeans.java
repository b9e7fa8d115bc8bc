package org.ninelives.linux.loop;

import java.util.Map;
import org.ninelives.api.management.LoopMXBean;
import org.ninelives.api.management.ObjectNames;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** Shows loops as beans for as long as they run. */
interface LoopBeans {

    /** For tests of the machine alone: nobody sees them. */
    LoopBeans UNSEEN = bean -> () -> {};

    /**
     * Shows one until what it answers is run; to run that after the bundle stopped does nothing.
     */
    Runnable show(LoopBean bean);

    /** In the service registry, in the name of a bundle. */
    static LoopBeans of(BundleContext context) {
        return bean -> {
            try {
                ServiceRegistration<LoopMXBean> registration = register(context, bean);
                return () -> end(registration);
            } catch (IllegalStateException e) {
                // The bundle is being stopped; no loop is to fail because nobody can see it.
                return () -> {};
            }
        };
    }

    private static ServiceRegistration<LoopMXBean> register(BundleContext context, LoopBean bean) {
        String name = ObjectNames.loop(bean.name()).toString();
        return context.registerService(
                LoopMXBean.class,
                bean,
                FrameworkUtil.asDictionary(Map.of(ObjectNames.PROPERTY, name)));
    }

    private static void end(ServiceRegistration<LoopMXBean> registration) {
        try {
            registration.unregister();
        } catch (IllegalStateException e) {
            // It went with the bundle, or the loop was closed twice.
            return;
        }
    }
}
