package org.ninelives.lvs.settings;

/**
 * How groups are served by marks: {@code nftables_ipvs}.
 *
 * @param table name of the table
 * @param priority of its base chain
 * @param firstMark the mark of the first group, 1..2^32-1
 */
public record FwmarkSettings(String table, int priority, long firstMark) {}
