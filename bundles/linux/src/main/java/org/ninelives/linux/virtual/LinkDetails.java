package org.ninelives.linux.virtual;

import org.ninelives.api.system.Link;

/**
 * What tells one interface from another.
 *
 * @param link the interface
 * @param kind such as {@code macvlan}; empty for a real one
 * @param parentIndex what it is on, when that is in the same network namespace; otherwise 0
 * @param masterIndex the bridge, bond or VRF it belongs to; 0 for none
 * @param group its group of interfaces
 * @param alias the text the operator or we gave it
 * @param mode mode of a macvlan or ipvlan
 * @param flags flags of an ipvlan
 */
record LinkDetails(
        Link link,
        String kind,
        int parentIndex,
        int masterIndex,
        int group,
        String alias,
        int mode,
        int flags) {

    /** The alias (IFLA_IFALIAS) that says an interface was made by us. */
    static final String MARK = "ninelives";

    boolean isOurs() {
        return alias.equals(MARK);
    }
}
