package org.ninelives.daemon;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.ninelives.api.management.BeanLookup;
import org.osgi.framework.BundleContext;

/** Tables of what the beans of other bundles tell one by one. */
final class Tables {

    private final BeanLookup beans;

    Tables(BundleContext context) {
        beans = new BeanLookup(context);
    }

    /**
     * A row for each bean of a type.
     *
     * @param status reads a bean
     * @param key tells the name of the row
     */
    <B, S> Map<String, S> table(Class<B> type, Function<B, S> status, Function<S, String> key) {
        Map<String, S> rows = new TreeMap<>();
        beans.forEach(
                type,
                (name, bean) -> {
                    S row = status.apply(bean);
                    rows.put(key.apply(row), row);
                });
        return rows;
    }
}
