package org.ninelives.vrrp.settings;

/**
 * A route that a ROUTE-ENTRY asks for.
 *
 * @param text the entry as written
 */
public record VirtualRoute(String text) {}
