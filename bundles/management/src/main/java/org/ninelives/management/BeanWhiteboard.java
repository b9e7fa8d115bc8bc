package org.ninelives.management;

import java.util.List;
import javax.management.ObjectName;
import org.ninelives.api.management.ObjectNames;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/**
 * Registers every service that has an object name for as long as the service is there. Whoever
 * publishes it needs nothing of JMX but the interface.
 */
final class BeanWhiteboard implements ServiceTrackerCustomizer<Object, ObjectName> {

    /** The services that ask for registration. */
    static final String FILTER = "(" + ObjectNames.PROPERTY + "=*)";

    private final BundleContext context;
    private final BeanRegistrar registrar;

    BeanWhiteboard(BundleContext context, BeanRegistrar registrar) {
        this.context = context;
        this.registrar = registrar;
    }

    /** Answers {@code null} for a bean that cannot be registered: the tracker then drops it. */
    @Override
    public ObjectName addingService(ServiceReference<Object> reference) {
        Object bean = context.getService(reference);
        if (bean == null) {
            return null;
        }
        ObjectName name =
                registrar
                        .register(
                                reference.getProperty(ObjectNames.PROPERTY),
                                bean,
                                List.of((String[]) reference.getProperty(Constants.OBJECTCLASS)))
                        .orElse(null);
        if (name == null) {
            context.ungetService(reference);
        }
        return name;
    }

    @Override
    public void modifiedService(ServiceReference<Object> reference, ObjectName name) {
        // The name of a bean is for its life.
    }

    @Override
    public void removedService(ServiceReference<Object> reference, ObjectName name) {
        registrar.unregister(name);
        context.ungetService(reference);
    }
}
