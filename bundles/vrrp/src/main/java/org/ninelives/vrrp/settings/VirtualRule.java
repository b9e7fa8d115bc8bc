package org.ninelives.vrrp.settings;

/**
 * A policy rule that a RULE-ENTRY asks for.
 *
 * @param text the entry as written
 */
public record VirtualRule(String text) {}
