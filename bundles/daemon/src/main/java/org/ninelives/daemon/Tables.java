package org.ninelives.daemon;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.ninelives.api.management.ObjectNames;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Tables of what the beans of other bundles tell one by one. */
final class Tables {

    private final BundleContext context;

    Tables(BundleContext context) {
        this.context = context;
    }

    /**
     * A row for each bean of a type.
     *
     * @param objectType what its object name says the type is
     * @param status reads a bean
     * @param key tells the name of the row
     */
    <B, S> Map<String, S> table(
            String objectType, Class<B> type, Function<B, S> status, Function<S, String> key) {
        Map<String, S> rows = new TreeMap<>();
        for (ServiceReference<?> reference : references(objectType)) {
            Object bean = context.getService(reference);
            if (type.isInstance(bean)) {
                S row = status.apply(type.cast(bean));
                rows.put(key.apply(row), row);
            }
            context.ungetService(reference);
        }
        return rows;
    }

    private ServiceReference<?>[] references(String objectType) {
        try {
            ServiceReference<?>[] found =
                    context.getAllServiceReferences(
                            null, "(" + ObjectNames.PROPERTY + "=*type=" + objectType + "*)");
            return found == null ? new ServiceReference<?>[0] : found;
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(objectType, e);
        }
    }
}
