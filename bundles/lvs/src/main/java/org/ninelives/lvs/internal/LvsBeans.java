package org.ninelives.lvs.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.management.ObjectName;
import org.ninelives.api.management.IpvsMXBean;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.api.management.RealServerMXBean;
import org.ninelives.api.management.VirtualServerMXBean;
import org.ninelives.api.override.Overrides;
import org.ninelives.lvs.engine.LvsService;
import org.ninelives.lvs.engine.ServerNames;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/**
 * Publishes a bean for each virtual server and each real server, on a thread of its own so that the
 * loop waits for nobody. Those that stay are left alone.
 */
final class LvsBeans {

    /** Longer than one bean takes to be published. */
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final BundleContext context;
    private final Overrides overrides;
    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("lvs-beans").factory());

    /**
     * By the bean, as those of one server are equal. Touched by the executor's thread until it
     * ends.
     */
    private final Map<Record, ServiceRegistration<?>> published = new HashMap<>();

    private volatile LvsService service;

    LvsBeans(BundleContext context, Overrides overrides) {
        this.context = context;
        this.overrides = overrides;
    }

    /** The service the beans speak for; told once, before anything runs. */
    void serve(LvsService lvs) {
        service = lvs;
    }

    /** Exactly these servers have a bean from now on, soon. */
    void publish(Collection<ServerNames> virtualServers) {
        Set<Record> wanted = new LinkedHashSet<>();
        if (!virtualServers.isEmpty()) {
            wanted.add(new IpvsBean(service));
        }
        for (ServerNames virtual : virtualServers) {
            wanted.add(new VirtualServerBean(virtual.virtualServer(), service, overrides));
            for (String real : virtual.realServers()) {
                wanted.add(new RealServerBean(virtual.virtualServer(), real, service, overrides));
            }
        }
        executor.execute(() -> update(wanted));
    }

    private void update(Set<Record> wanted) {
        for (Record gone : new HashSet<>(published.keySet())) {
            if (!wanted.contains(gone)) {
                published.remove(gone).unregister();
            }
        }
        for (Record bean : wanted) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            published.computeIfAbsent(bean, this::publish);
        }
    }

    private ServiceRegistration<?> publish(Record bean) {
        return switch (bean) {
            case IpvsBean ipvs -> register(IpvsMXBean.class, ipvs, ObjectNames.ipvs());
            case VirtualServerBean virtual ->
                    register(
                            VirtualServerMXBean.class,
                            virtual,
                            ObjectNames.virtualServer(virtual.name()));
            case RealServerBean real ->
                    register(
                            RealServerMXBean.class,
                            real,
                            ObjectNames.realServer(real.virtualServer(), real.name()));
            default -> throw new IllegalArgumentException("no bean: " + bean);
        };
    }

    private <B> ServiceRegistration<B> register(Class<B> type, B bean, ObjectName name) {
        return context.registerService(
                type,
                bean,
                FrameworkUtil.asDictionary(Map.of(ObjectNames.PROPERTY, name.getCanonicalName())));
    }

    /** Publishes nothing any more. */
    void stop() {
        executor.shutdownNow();
    }

    /**
     * Takes the beans out after {@link #stop}. Where the bundle or the daemon stops that is left to
     * the framework, as thousands of beans take seconds.
     */
    void close() {
        if (isStopping(context.getBundle())
                || isStopping(context.getBundle(Constants.SYSTEM_BUNDLE_ID))) {
            return;
        }
        try {
            if (executor.awaitTermination(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                published.values().forEach(ServiceRegistration::unregister);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isStopping(Bundle bundle) {
        return bundle.getState() == Bundle.STOPPING;
    }
}
