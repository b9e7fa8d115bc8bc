package org.ninelives.metrics.internal;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.api.management.BeanLookup;
import org.ninelives.metrics.families.World;

/**
 * The beans that all bundles publish. Each time they are looked up anew, so that nothing is held
 * while nobody asks.
 */
record PublishedWorld(BeanLookup lookup) implements World {

    @Override
    public <B> List<B> all(Class<B> type) {
        List<B> beans = new ArrayList<>();
        lookup.forEach(type, (name, bean) -> beans.add(bean));
        return beans;
    }
}
