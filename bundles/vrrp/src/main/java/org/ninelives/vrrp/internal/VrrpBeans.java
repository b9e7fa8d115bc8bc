package org.ninelives.vrrp.internal;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.api.management.VrrpInstanceMXBean;
import org.ninelives.api.notify.EventSink;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.override.Overrides;
import org.ninelives.vrrp.engine.Listener;
import org.ninelives.vrrp.engine.VrrpService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes a bean for each virtual router, on a thread of its own so that the loop waits for
 * nobody.
 */
final class VrrpBeans implements Listener {

    private static final Logger LOG = LoggerFactory.getLogger(VrrpBeans.class);

    /** More would keep the daemon from its end. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final BundleContext context;
    private final EventSink sink;
    private final Overrides overrides;
    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("vrrp-beans").factory());
    private final Map<String, Published> published = new ConcurrentHashMap<>();
    private volatile VrrpService service;

    VrrpBeans(BundleContext context, EventSink sink, Overrides overrides) {
        this.context = context;
        this.sink = sink;
        this.overrides = overrides;
    }

    private record Published(
            VrrpInstanceBean bean, ServiceRegistration<VrrpInstanceMXBean> registration) {}

    /** The service the beans speak for; told once, before anything runs. */
    void serve(VrrpService vrrp) {
        service = vrrp;
    }

    /** Ends when the last bean is gone and everybody has been told, or after a while. */
    void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Not all beans were taken out in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!sink.flush(LIMIT)) {
            LOG.warn("Not everybody was told of the stop in time");
        }
    }

    @Override
    public void added(String instance) {
        executor.execute(() -> published.computeIfAbsent(instance, this::publish));
    }

    private Published publish(String instance) {
        VrrpInstanceBean bean = new VrrpInstanceBean(instance, service, overrides, executor);
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

    /** Whoever flushes the sink after a change has everybody told of what that made happen. */
    @Override
    public void happened(VrrpEvent event) {
        sink.publish(event);
        executor.execute(
                () -> {
                    Published found = published.get(event.name());
                    if (found != null) {
                        found.bean().happened(event);
                    }
                });
    }
}
