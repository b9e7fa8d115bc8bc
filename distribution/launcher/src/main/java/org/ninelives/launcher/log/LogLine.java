package org.ninelives.launcher.log;

/**
 * One line of the log.
 *
 * @param epochMillis when it was logged
 * @param text without control characters
 */
record LogLine(long epochMillis, Severity severity, String text) {}
