package org.ninelives.api.configuration;

/**
 * What a reload does to one object.
 *
 * @param kind what happens to it
 * @param object keyword and name: {@code vrrp_instance VI_1}
 * @param detail what changes about it: {@code priority 100 -> 150}; empty where there is nothing to
 *     tell
 */
public record PlannedChange(Kind kind, String object, String detail) {

    /** What can happen to an object. */
    public enum Kind {
        ADD,
        CHANGE,
        REMOVE,
        KEEP
    }

    @Override
    public String toString() {
        return kind + " " + object + (detail.isEmpty() ? "" : ": " + detail);
    }
}
