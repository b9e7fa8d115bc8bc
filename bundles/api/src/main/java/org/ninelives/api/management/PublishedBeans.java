package org.ninelives.api.management;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.management.ObjectName;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/**
 * The beans of many objects, published on a thread of its own so that nobody waits for ten thousand
 * of them. Those that stay are left alone. Safe for use by several threads.
 */
public final class PublishedBeans implements AutoCloseable {

    /** Longer than one bean takes to be published. */
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final BundleContext context;
    private final ExecutorService executor;

    /** Touched by the executor's thread until it ends. */
    private final Map<Bean<?>, ServiceRegistration<?>> published = new HashMap<>();

    /**
     * One of them; equal ones are the same, so a bean that is made anew each time is a record.
     *
     * @param type what its clients see
     */
    public record Bean<B>(ObjectName name, Class<B> type, B bean) {

        /** Those of ways of telling, by the names of these. */
        static List<Bean<NotifierMXBean>> of(Map<String, NotifierBean> notifiers) {
            return notifiers.entrySet().stream()
                    .map(
                            each ->
                                    new Bean<NotifierMXBean>(
                                            ObjectNames.notifier(each.getKey()),
                                            NotifierMXBean.class,
                                            each.getValue()))
                    .toList();
        }
    }

    /** Without any bean yet, in the name of a bundle. */
    public PublishedBeans(BundleContext context, String threadName) {
        this.context = context;
        executor =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name(threadName).factory());
    }

    /**
     * Exactly these are published from now on, soon.
     *
     * @param wanted tells them on the thread of its own
     */
    public void publish(Supplier<? extends Collection<? extends Bean<?>>> wanted) {
        executor.execute(() -> update(new LinkedHashSet<>(wanted.get())));
    }

    /** The same for ways of telling, by the names of these. */
    public void publishNotifiers(Map<String, NotifierBean> notifiers) {
        publish(() -> Bean.of(notifiers));
    }

    private void update(Set<Bean<?>> wanted) {
        for (Bean<?> gone : new HashSet<>(published.keySet())) {
            if (!wanted.contains(gone)) {
                published.remove(gone).unregister();
            }
        }
        for (Bean<?> bean : wanted) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            published.computeIfAbsent(bean, this::register);
        }
    }

    private <B> ServiceRegistration<B> register(Bean<B> bean) {
        return context.registerService(
                bean.type(),
                bean.bean(),
                FrameworkUtil.asDictionary(Map.of(ObjectNames.PROPERTY, bean.name().toString())));
    }

    /** Publishes nothing any more. */
    public void stop() {
        executor.shutdownNow();
    }

    /**
     * Takes the beans out. Where the bundle or the daemon stops that is left to the framework, as
     * thousands of beans take seconds.
     */
    @Override
    public void close() {
        stop();
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
