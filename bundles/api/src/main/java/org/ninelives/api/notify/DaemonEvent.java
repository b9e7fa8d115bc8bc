package org.ninelives.api.notify;

/**
 * Something that concerns the daemon as a whole.
 *
 * @param name what it concerns: {@code configuration}, {@code daemon}, {@code mail}, {@code bundle}
 */
public record DaemonEvent(String name, String text) implements Event {}
