package org.ninelives.vrrp.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.management.ObjectName;
import org.ninelives.api.management.InterfaceMXBean;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.api.management.VrrpInstanceMXBean;
import org.ninelives.api.management.VrrpSyncGroupMXBean;
import org.ninelives.api.notify.EventSink;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.override.Overrides;
import org.ninelives.vrrp.engine.Listener;
import org.ninelives.vrrp.engine.VrrpService;
import org.ninelives.vrrp.settings.InterfaceUse;
import org.ninelives.vrrp.settings.VrrpSettings;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes a bean for each virtual router, sync group and interface, on a thread of its own so
 * that the loop waits for nobody.
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

    /**
     * By the bean, as those of one virtual router, group or interface are equal. Touched by the
     * executor's thread alone.
     */
    private final Map<Record, ServiceRegistration<?>> published = new HashMap<>();

    private volatile VrrpService service;

    VrrpBeans(BundleContext context, EventSink sink, Overrides overrides) {
        this.context = context;
        this.sink = sink;
        this.overrides = overrides;
    }

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
        executor.execute(() -> put(new VrrpInstanceBean(instance, service, overrides)));
    }

    /** Its bean goes when everybody has been told of its end. */
    @Override
    public void removed(String instance) {
        executor.execute(
                () -> {
                    sink.flush(LIMIT);
                    remove(new VrrpInstanceBean(instance, service, overrides));
                });
    }

    /** Exactly these sync groups and interfaces have a bean from now on, soon. */
    void exist(VrrpSettings settings) {
        Set<Record> wanted = new LinkedHashSet<>();
        settings.groups().forEach(group -> wanted.add(new SyncGroupBean(group.name(), service)));
        InterfaceUse.of(settings)
                .keySet()
                .forEach(name -> wanted.add(new InterfaceBean(name.name(), service)));
        executor.execute(() -> update(wanted));
    }

    private void update(Set<Record> wanted) {
        for (Record bean : List.copyOf(published.keySet())) {
            if (!(bean instanceof VrrpInstanceBean) && !wanted.contains(bean)) {
                remove(bean);
            }
        }
        wanted.forEach(this::put);
    }

    private void put(Record bean) {
        published.computeIfAbsent(bean, this::publish);
    }

    private void remove(Record bean) {
        ServiceRegistration<?> gone = published.remove(bean);
        if (gone != null) {
            gone.unregister();
        }
    }

    private ServiceRegistration<?> publish(Record bean) {
        return switch (bean) {
            case VrrpInstanceBean router ->
                    register(
                            VrrpInstanceMXBean.class,
                            router,
                            ObjectNames.vrrpInstance(router.instance()));
            case SyncGroupBean group ->
                    register(
                            VrrpSyncGroupMXBean.class,
                            group,
                            ObjectNames.vrrpSyncGroup(group.group()));
            case InterfaceBean link ->
                    register(
                            InterfaceMXBean.class, link, ObjectNames.networkInterface(link.name()));
            default -> throw new IllegalArgumentException("no bean: " + bean);
        };
    }

    private <B> ServiceRegistration<B> register(Class<B> type, B bean, ObjectName name) {
        return context.registerService(
                type,
                bean,
                FrameworkUtil.asDictionary(Map.of(ObjectNames.PROPERTY, name.toString())));
    }

    /** Whoever flushes the sink after a change has everybody told of what that made happen. */
    @Override
    public void happened(VrrpEvent event) {
        sink.publish(event);
    }
}
