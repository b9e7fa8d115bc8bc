package org.ninelives.snmp.wire;

/**
 * Where a variable is looked for.
 *
 * @param start where it begins
 * @param include whether {@code start} itself counts
 * @param end what must not be reached; {@link Oid#NONE} for no end
 */
public record SearchRange(Oid start, boolean include, Oid end) {}
