package org.ninelives.vrrp.engine;

import java.util.List;
import java.util.Set;
import org.ninelives.api.system.FirewallState;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Route;
import org.ninelives.api.system.Rule;

/**
 * What one holder wants on the machine.
 *
 * @param addresses in the order they are put on
 * @param routes in the order they are put on, after the addresses
 * @param rules in the order they are put on, after the routes
 * @param dropped addresses that the packet filter lets no packets to
 */
record Holdings(
        List<InterfaceAddress> addresses,
        List<Route> routes,
        List<Rule> rules,
        Set<FirewallState.Dropped> dropped) {

    static final Holdings NONE = new Holdings(List.of(), List.of(), List.of(), Set.of());

    Holdings {
        addresses = List.copyOf(addresses);
        routes = List.copyOf(routes);
        rules = List.copyOf(rules);
        dropped = Set.copyOf(dropped);
    }
}
