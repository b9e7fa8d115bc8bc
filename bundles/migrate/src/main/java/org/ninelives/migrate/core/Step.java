package org.ninelives.migrate.core;

/**
 * One command of the change-over.
 *
 * @param node where it is given: {@code backup} first, then {@code master}
 * @param says what it is for, and what to expect
 * @param command for the shell, as root
 * @param back what undoes it, or empty where there is nothing to undo
 */
public record Step(String node, String says, String command, String back) {}
