package org.ninelives.api.system;

import java.util.OptionalLong;

/**
 * An entry of the user database.
 *
 * @param name as the database has it; the number as text where there is no entry for it
 * @param user its number
 * @param group the number of its first group; empty for a number without entry
 */
public record Account(String name, long user, OptionalLong group) {}
