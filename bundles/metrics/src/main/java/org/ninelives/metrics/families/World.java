package org.ninelives.metrics.families;

import java.util.List;

/** All that can be looked at. */
@FunctionalInterface
public interface World {

    /**
     * The beans of a type, or of an extension of it, that are published now.
     *
     * @param type an interface of {@code api.management}
     */
    <B> List<B> all(Class<B> type);
}
