package org.ninelives.api.system;

/** How a route gets into its table, as {@code ip route add|prepend|append} says it. */
public enum RouteMode {
    /** Only where no route to the same destination, with the same metric and TOS, is there. */
    ADD,
    /** Ahead of routes to the same destination. */
    PREPEND,
    /** After routes to the same destination. */
    APPEND
}
