package org.ninelives.bfd.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ninelives.api.management.BfdSessionMXBean;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.bfd.engine.BfdService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** Publishes a bean for each session, on a thread of its own so that the loop waits for nobody. */
final class BfdBeans {

    private final BundleContext context;
    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("bfd-beans").factory());

    /** Touched by the executor's thread alone. */
    private final Map<String, ServiceRegistration<BfdSessionMXBean>> published = new HashMap<>();

    BfdBeans(BundleContext context) {
        this.context = context;
    }

    void close() {
        executor.shutdown();
    }

    void added(String session, BfdService service) {
        executor.execute(() -> published.computeIfAbsent(session, name -> publish(name, service)));
    }

    private ServiceRegistration<BfdSessionMXBean> publish(String session, BfdService service) {
        return context.registerService(
                BfdSessionMXBean.class,
                new BfdSessionBean(session, service),
                FrameworkUtil.asDictionary(
                        Map.of(ObjectNames.PROPERTY, ObjectNames.bfdSession(session).toString())));
    }

    void removed(String session) {
        executor.execute(
                () -> {
                    ServiceRegistration<BfdSessionMXBean> gone = published.remove(session);
                    if (gone != null) {
                        gone.unregister();
                    }
                });
    }
}
