package org.ninelives.vrrp.engine;

import java.util.List;
import org.ninelives.api.system.InterfaceAddress;

/**
 * What one holder wants on the machine.
 *
 * @param addresses in the order they are put on
 */
record Holdings(List<InterfaceAddress> addresses) {

    static final Holdings NONE = new Holdings(List.of());

    Holdings {
        addresses = List.copyOf(addresses);
    }
}
