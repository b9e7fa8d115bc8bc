package org.ninelives.lvs.engine;

/**
 * Whether a virtual router of this node is master.
 *
 * @param instance the name of its block
 * @param virtualRouterId 1..255
 */
public record RouterState(String instance, boolean master, int virtualRouterId) {}
