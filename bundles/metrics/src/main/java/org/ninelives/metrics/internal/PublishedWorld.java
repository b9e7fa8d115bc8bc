package org.ninelives.metrics.internal;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.api.management.BeanLookup;
import org.ninelives.metrics.families.World;

/**
 * The beans that all bundles publish at one moment. They are looked up once for each page, as there
 * may be many thousands, and nothing is held while nobody asks.
 *
 * @param beans of all types
 */
record PublishedWorld(List<Object> beans) implements World {

    /** What is there now. */
    static World now(BeanLookup lookup) {
        List<Object> beans = new ArrayList<>();
        lookup.forEach(Object.class, (name, bean) -> beans.add(bean));
        return new PublishedWorld(beans);
    }

    @Override
    public <B> List<B> all(Class<B> type) {
        return beans.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
