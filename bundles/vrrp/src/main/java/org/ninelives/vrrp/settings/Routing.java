package org.ninelives.vrrp.settings;

import java.util.List;

/**
 * The routes and policy rules of a virtual router, present while it is master.
 *
 * @param routes {@code virtual_routes}, in the order of the file
 * @param rules {@code virtual_rules}, in the order of the file
 */
public record Routing(List<VirtualRoute> routes, List<VirtualRule> rules) {

    /** None at all. */
    public static final Routing NONE = new Routing(List.of(), List.of());

    public Routing {
        routes = List.copyOf(routes);
        rules = List.copyOf(rules);
    }
}
