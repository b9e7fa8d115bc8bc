package org.ninelives.vrrp.settings;

/**
 * How long a link must keep a new state before it counts.
 *
 * @param downNanos before it counts as down
 * @param upNanos before it counts as up again
 */
public record Debounce(long downNanos, long upNanos) {}
