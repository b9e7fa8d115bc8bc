package org.ninelives.vrrp.settings;

import java.util.List;

/**
 * What {@code static_ipaddress}, {@code static_routes} and {@code static_rules} ask for.
 *
 * @param addresses each with its device filled in
 * @param routes in the order of the file
 * @param rules in the order of the file
 */
public record StaticSettings(
        List<StaticEntry<VirtualAddress>> addresses,
        List<StaticEntry<VirtualRoute>> routes,
        List<StaticEntry<VirtualRule>> rules) {

    /** None at all. */
    public static final StaticSettings NONE = new StaticSettings(List.of(), List.of(), List.of());

    public StaticSettings {
        addresses = List.copyOf(addresses);
        routes = List.copyOf(routes);
        rules = List.copyOf(rules);
    }
}
