package org.ninelives.api.management;

/**
 * Something that happened on this node.
 *
 * @param sequence counts from 1 since the start of the daemon, without gaps
 * @param timeMillis when it was told, milliseconds since 1970 UTC
 * @param type {@code instance-state}, {@code group-state}, {@code priority}, {@code
 *     lower-priority-heard}, {@code split-brain}, {@code real-server}, {@code quorum}, {@code
 *     tracker}, {@code override} or {@code daemon}
 * @param name what it happened to: a virtual router, a sync group, a script, the configuration
 * @param text the log line that tells the same
 */
public record EventRecord(long sequence, long timeMillis, String type, String name, String text) {}
