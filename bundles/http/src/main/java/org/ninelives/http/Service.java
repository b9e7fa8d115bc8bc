package org.ninelives.http;

/**
 * What is served, in the words of the log.
 *
 * @param what such as {@code metrics}
 * @param thread beginning of the names of its threads
 * @param keyword the keyword that turns it on
 * @param path where it begins, such as {@code /metrics}
 * @param bodyBytesMax how much a client may send behind the head of a request; 0 for nothing
 */
public record Service(String what, String thread, String keyword, String path, int bodyBytesMax) {}
