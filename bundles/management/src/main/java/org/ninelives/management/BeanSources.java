package org.ninelives.management;

import java.util.HashMap;
import java.util.Map;
import javax.management.ObjectName;
import org.ninelives.api.management.Bean;
import org.ninelives.api.management.BeanListener;
import org.ninelives.api.management.BeanSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/** Registers the beans of every {@link BeanSource} for as long as both are there. */
final class BeanSources implements ServiceTrackerCustomizer<BeanSource, BeanSources.Followed> {

    private final BundleContext context;
    private final BeanRegistrar registrar;

    BeanSources(BundleContext context, BeanRegistrar registrar) {
        this.context = context;
        this.registrar = registrar;
    }

    /** One source and what of it is registered. */
    static final class Followed implements BeanListener {

        private final BeanSource source;
        private final BeanRegistrar registrar;

        /** Touched by one thread at a time, as the source sees to it. */
        private final Map<Bean<?>, ObjectName> registered = new HashMap<>();

        Followed(BeanSource source, BeanRegistrar registrar) {
            this.source = source;
            this.registrar = registrar;
        }

        void open() {
            source.attach(this);
        }

        @Override
        public void added(Bean<?> bean) {
            registrar.register(bean).ifPresent(name -> registered.put(bean, name));
        }

        @Override
        public void removed(Bean<?> bean) {
            ObjectName name = registered.remove(bean);
            if (name != null) {
                registrar.unregister(name);
            }
        }

        void close() {
            source.detach(this);
            registered.values().forEach(registrar::unregister);
        }
    }

    @Override
    public Followed addingService(ServiceReference<BeanSource> reference) {
        BeanSource source = context.getService(reference);
        if (source == null) {
            return null;
        }
        Followed followed = new Followed(source, registrar);
        followed.open();
        return followed;
    }

    @Override
    public void modifiedService(ServiceReference<BeanSource> reference, Followed followed) {
        // It tells of its beans by itself.
    }

    @Override
    public void removedService(ServiceReference<BeanSource> reference, Followed followed) {
        followed.close();
        context.ungetService(reference);
    }
}
