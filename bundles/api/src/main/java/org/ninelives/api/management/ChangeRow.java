package org.ninelives.api.management;

/**
 * What a reload does to one object, or would do.
 *
 * @param action {@code ADD}, {@code CHANGE} or {@code REMOVE}
 * @param kind the keyword of its block: {@code vrrp_instance}, {@code real_server}, {@code
 *     global_defs}
 * @param name of the object: {@code VI_1}
 * @param what which keywords differ, with old and new value: {@code priority 100 -> 150}; secrets
 *     show no value; empty for what is added or removed as a whole
 */
public record ChangeRow(String action, String kind, String name, String what) {}
