package org.ninelives.dropin.core;

/**
 * What changes when a file is written, replaced, or given to somebody else.
 *
 * @param modifiedNanos when its content changed last, since 1970 UTC
 * @param changedNanos when its owner, mode, name or content changed last, since 1970 UTC
 * @param bytes how long it is
 * @param inode which file it is
 */
public record Stamp(long modifiedNanos, long changedNanos, long bytes, long inode) {}
