package org.ninelives.api.management;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;

/**
 * A {@link BeanCollection} with a thread of its own, so that nobody waits for ten thousand beans.
 * Safe for use by several threads.
 */
public final class PublishedBeans implements AutoCloseable {

    private final BeanCollection beans;
    private final ExecutorService executor;

    /** Without any bean yet, in the name of a bundle. */
    public PublishedBeans(BundleContext context, String threadName) {
        beans = new BeanCollection(context);
        executor =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name(threadName).factory());
    }

    /**
     * Exactly these are published from now on, soon; those that stay are left alone.
     *
     * @param wanted tells them on the thread of its own
     */
    public void publish(Supplier<? extends Collection<? extends Bean<?>>> wanted) {
        executor.execute(() -> beans.set(wanted.get()));
    }

    /** The same for ways of telling, by the names of these. */
    public void publishNotifiers(Map<String, NotifierBean> notifiers) {
        publish(() -> beans(notifiers));
    }

    private static List<Bean<NotifierMXBean>> beans(Map<String, NotifierBean> notifiers) {
        return notifiers.entrySet().stream()
                .map(
                        each ->
                                new Bean<NotifierMXBean>(
                                        ObjectNames.notifier(each.getKey()),
                                        NotifierMXBean.class,
                                        each.getValue()))
                .toList();
    }

    /** One more is published, soon. */
    public void add(Bean<?> bean) {
        executor.execute(() -> beans.add(bean));
    }

    /** One of them goes, soon. */
    public void remove(Bean<?> bean) {
        executor.execute(() -> beans.remove(bean));
    }

    /** Publishes nothing any more; what is published stays until {@link #close}. */
    public void stop() {
        executor.shutdownNow();
    }

    /** Takes the beans out. */
    @Override
    public void close() {
        stop();
        beans.close();
    }
}
