package org.ninelives.api.management;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/**
 * Beans that a bundle publishes together, as a {@link BeanSource}. Whoever changes it waits until
 * those who follow it have heard. Safe for use by several threads.
 */
public final class BeanCollection implements AutoCloseable {

    private final Source source = new Source();
    private final ServiceRegistration<BeanSource> registration;

    /** Without any bean yet, in the name of a bundle. */
    public BeanCollection(BundleContext context) {
        registration = context.registerService(BeanSource.class, source, null);
    }

    /** One more is there from now on. */
    public void add(Bean<?> bean) {
        source.add(bean);
    }

    /** One of them goes, if it is there. */
    public void remove(Bean<?> bean) {
        source.remove(bean);
    }

    /**
     * Exactly these are there from now on; those that stay are left alone. An interrupt ends it
     * before all are there.
     */
    public void set(Collection<? extends Bean<?>> wanted) {
        Set<Bean<?>> kept = new LinkedHashSet<>(wanted);
        for (Bean<?> bean : List.copyOf(source.beans())) {
            if (!kept.contains(bean)) {
                source.remove(bean);
            }
        }
        for (Bean<?> bean : kept) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            source.add(bean);
        }
    }

    /** Takes all of them out; none is added any more. */
    @Override
    public void close() {
        if (source.close()) {
            registration.unregister();
        }
    }

    private static final class Source implements BeanSource {

        /** Changed by one thread at a time, and read by any meanwhile. */
        private final Set<Bean<?>> beans = ConcurrentHashMap.newKeySet();

        private final List<BeanListener> listeners = new ArrayList<>();
        private boolean closed;

        @Override
        public Collection<Bean<?>> beans() {
            return Collections.unmodifiableSet(beans);
        }

        @Override
        public synchronized void attach(BeanListener listener) {
            listeners.add(listener);
            beans.forEach(listener::added);
        }

        @Override
        public synchronized void detach(BeanListener listener) {
            listeners.remove(listener);
        }

        synchronized void add(Bean<?> bean) {
            if (!closed && beans.add(bean)) {
                listeners.forEach(each -> each.added(bean));
            }
        }

        synchronized void remove(Bean<?> bean) {
            if (beans.remove(bean)) {
                listeners.forEach(each -> each.removed(bean));
            }
        }

        /** Whether it was open. */
        synchronized boolean close() {
            boolean wasOpen = !closed;
            closed = true;
            return wasOpen;
        }
    }
}
