package org.ninelives.snmp.mib;

import java.util.List;

/** All that can be looked at. */
@FunctionalInterface
public interface Beans {

    /**
     * The beans of a type, or of an extension of it, that are published now, in any order.
     *
     * @param type an interface of {@code api.management}
     */
    <B> List<B> all(Class<B> type);
}
