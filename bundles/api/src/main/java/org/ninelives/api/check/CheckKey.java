package org.ninelives.api.check;

/**
 * One check of a real server.
 *
 * @param virtualServer as the log calls it
 * @param realServer as the log calls it
 * @param number its place among the checks of the server, 0 for the first
 */
public record CheckKey(String virtualServer, String realServer, int number) {}
