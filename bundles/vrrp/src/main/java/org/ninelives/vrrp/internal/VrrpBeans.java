package org.ninelives.vrrp.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.ninelives.api.management.Bean;
import org.ninelives.api.management.BeanCollection;
import org.ninelives.api.management.InterfaceMXBean;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.api.management.RefusedAdvert;
import org.ninelives.api.management.VrrpInstanceMXBean;
import org.ninelives.api.management.VrrpMXBean;
import org.ninelives.api.management.VrrpStaticMXBean;
import org.ninelives.api.management.VrrpSyncGroupMXBean;
import org.ninelives.api.notify.EventSink;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.override.Overrides;
import org.ninelives.vrrp.engine.Listener;
import org.ninelives.vrrp.engine.VrrpService;
import org.ninelives.vrrp.settings.InterfaceUse;
import org.ninelives.vrrp.settings.StaticSettings;
import org.ninelives.vrrp.settings.VrrpSettings;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes a bean for each virtual router, sync group and interface, and one for all of them, on a
 * thread of its own so that the loop waits for nobody.
 */
final class VrrpBeans implements Listener {

    private static final Logger LOG = LoggerFactory.getLogger(VrrpBeans.class);

    /** More would keep the daemon from its end. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** Of the virtual routers, one by one as they come and go. */
    private final BeanCollection routers;

    /** Of everything else, as the configuration has it. */
    private final BeanCollection others;

    private final RefusedAdverts refused = new RefusedAdverts();
    private final EventSink sink;
    private final Overrides overrides;
    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("vrrp-beans").factory());

    private volatile VrrpService service;

    VrrpBeans(BundleContext context, EventSink sink, Overrides overrides) {
        routers = new BeanCollection(context);
        others = new BeanCollection(context);
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
        routers.close();
        others.close();
        if (!sink.flush(LIMIT)) {
            LOG.warn("Not everybody was told of the stop in time");
        }
    }

    @Override
    public void added(String instance) {
        executor.execute(() -> routers.add(router(instance)));
    }

    /** Its bean goes when everybody has been told of its end. */
    @Override
    public void removed(String instance) {
        executor.execute(
                () -> {
                    sink.flush(LIMIT);
                    routers.remove(router(instance));
                    refused.removed(instance);
                });
    }

    private Bean<VrrpInstanceMXBean> router(String instance) {
        return new Bean<>(
                ObjectNames.vrrpInstance(instance),
                VrrpInstanceMXBean.class,
                new VrrpInstanceBean(instance, service, overrides, refused));
    }

    /** Exactly these sync groups and interfaces have a bean from now on, soon. */
    void exist(VrrpSettings settings) {
        List<Bean<?>> wanted = new ArrayList<>();
        if (!settings.instances().isEmpty()) {
            wanted.add(new Bean<>(ObjectNames.vrrp(), VrrpMXBean.class, new VrrpBean(service)));
        }
        settings.groups().forEach(group -> wanted.add(group(group.name())));
        if (!settings.statics().equals(StaticSettings.NONE)) {
            wanted.add(
                    new Bean<>(
                            ObjectNames.vrrpStatic(),
                            VrrpStaticMXBean.class,
                            new StaticBean(service)));
        }
        InterfaceUse.of(settings).keySet().forEach(name -> wanted.add(link(name.name())));
        executor.execute(() -> others.set(wanted));
    }

    private Bean<VrrpSyncGroupMXBean> group(String name) {
        return new Bean<>(
                ObjectNames.vrrpSyncGroup(name),
                VrrpSyncGroupMXBean.class,
                new SyncGroupBean(name, service));
    }

    private Bean<InterfaceMXBean> link(String name) {
        return new Bean<>(
                ObjectNames.networkInterface(name),
                InterfaceMXBean.class,
                new InterfaceBean(name, service));
    }

    @Override
    public void refused(String instance, RefusedAdvert advert) {
        refused.refused(instance, advert);
    }

    /** Whoever flushes the sink after a change has everybody told of what that made happen. */
    @Override
    public void happened(VrrpEvent event) {
        sink.publish(event);
    }
}
