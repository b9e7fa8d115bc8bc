package org.ninelives.page.rows;

import java.util.function.BiConsumer;

/** All beans that can be looked at. */
@FunctionalInterface
public interface Beans {

    /**
     * Looks at each bean of a type, in any order.
     *
     * @param visitor takes the object name and the bean
     */
    <B> void forEach(Class<B> type, BiConsumer<String, B> visitor);
}
