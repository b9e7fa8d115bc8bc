package org.ninelives.api.management;

import java.util.List;

/** The routes and policy rules of a virtual router, which are there while it is master. */
public record VrrpRoutingDetails(
        @Description("Its virtual_routes, in the order of the configuration")
                List<RouteDetails> routes,
        @Description("Its virtual_rules, in the order of the configuration")
                List<RuleDetails> rules) {

    /** None at all. */
    public static final VrrpRoutingDetails NONE = new VrrpRoutingDetails(List.of(), List.of());
}
