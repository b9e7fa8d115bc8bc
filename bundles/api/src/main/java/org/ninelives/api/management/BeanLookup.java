package org.ninelives.api.management;

import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * Finds the beans of all bundles, published alone or with others. Safe for use by several threads.
 */
public final class BeanLookup {

    private static final String ALONE = "(" + ObjectNames.PROPERTY + "=*)";

    private final BundleContext context;

    /** In the name of a bundle. */
    public BeanLookup(BundleContext context) {
        this.context = context;
    }

    /**
     * Looks at each bean of a type, in any order.
     *
     * @param visitor takes the object name and the bean, which may be gone afterwards
     */
    public <B> void forEach(Class<B> type, BiConsumer<String, B> visitor) {
        for (ServiceReference<BeanSource> reference : sources()) {
            use(reference, source -> source.beans().forEach(each -> visit(each, type, visitor)));
        }
        for (ServiceReference<?> reference : alone()) {
            Object name = reference.getProperty(ObjectNames.PROPERTY);
            use(reference, bean -> visit(name, bean, type, visitor));
        }
    }

    private static <B> void visit(Bean<?> bean, Class<B> type, BiConsumer<String, B> visitor) {
        visit(bean.name(), bean.bean(), type, visitor);
    }

    /** A name is spelt out for beans of the type alone: of others there may be many thousands. */
    private static <B> void visit(
            Object name, Object bean, Class<B> type, BiConsumer<String, B> visitor) {
        if (type.isInstance(bean)) {
            visitor.accept(name.toString(), type.cast(bean));
        }
    }

    private <S> void use(ServiceReference<S> reference, Consumer<S> task) {
        S service = context.getService(reference);
        if (service == null) {
            return;
        }
        try {
            task.accept(service);
        } finally {
            context.ungetService(reference);
        }
    }

    private Collection<ServiceReference<BeanSource>> sources() {
        try {
            return context.getServiceReferences(BeanSource.class, null);
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private List<ServiceReference<?>> alone() {
        try {
            ServiceReference<?>[] found = context.getAllServiceReferences(null, ALONE);
            return found == null ? List.of() : List.of(found);
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(ALONE, e);
        }
    }
}
