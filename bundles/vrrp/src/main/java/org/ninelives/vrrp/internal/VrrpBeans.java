package org.ninelives.vrrp.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.api.management.VrrpInstanceMXBean;
import org.ninelives.api.notify.EventSink;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.vrrp.engine.Listener;
import org.ninelives.vrrp.engine.VrrpService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/**
 * Publishes a bean for each virtual router, on a thread of its own so that the loop waits for
 * nobody.
 */
final class VrrpBeans implements Listener {

    private final BundleContext context;
    private final EventSink sink;
    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("vrrp-beans").factory());
    private final Map<String, Published> published = new ConcurrentHashMap<>();
    private volatile VrrpService service;

    VrrpBeans(BundleContext context, EventSink sink) {
        this.context = context;
        this.sink = sink;
    }

    private record Published(
            VrrpInstanceBean bean, ServiceRegistration<VrrpInstanceMXBean> registration) {}

    /** The service the beans speak for; told once, before anything runs. */
    void serve(VrrpService vrrp) {
        service = vrrp;
    }

    void close() {
        executor.shutdown();
    }

    @Override
    public void added(String instance) {
        executor.execute(() -> published.computeIfAbsent(instance, this::publish));
    }

    private Published publish(String instance) {
        VrrpInstanceBean bean = new VrrpInstanceBean(instance, service, executor);
        return new Published(
                bean,
                context.registerService(
                        VrrpInstanceMXBean.class,
                        bean,
                        FrameworkUtil.asDictionary(
                                Map.of(
                                        ObjectNames.PROPERTY,
                                        ObjectNames.vrrpInstance(instance).getCanonicalName()))));
    }

    @Override
    public void removed(String instance) {
        executor.execute(
                () -> {
                    Published gone = published.remove(instance);
                    if (gone != null) {
                        gone.registration().unregister();
                    }
                });
    }

    @Override
    public void happened(VrrpEvent event) {
        executor.execute(
                () -> {
                    Published found = published.get(event.name());
                    if (found != null) {
                        found.bean().happened(event);
                    }
                    sink.publish(event);
                });
    }
}
