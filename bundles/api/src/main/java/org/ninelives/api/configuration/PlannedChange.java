package org.ninelives.api.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

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

    /** The keyword of its block: {@code vrrp_instance}. */
    public String keyword() {
        return object.split(" ", 2)[0];
    }

    /** Its name: {@code VI_1}; empty where the keyword says all. */
    public String name() {
        return object.substring(Math.min(object.length(), keyword().length() + 1));
    }

    @Override
    public String toString() {
        return kind + " " + object + (detail.isEmpty() ? "" : ": " + detail);
    }

    /**
     * What leads from some objects to others, by their names: in the order of those that are
     * wanted, and then what is to be removed.
     *
     * @param keyword of their blocks
     * @param attributes compares what two versions of one may differ in
     */
    public static <T> List<PlannedChange> between(
            String keyword,
            Map<String, T> now,
            Map<String, T> wanted,
            UnaryOperator<DifferenceList<T>> attributes) {
        List<PlannedChange> changes = new ArrayList<>();
        wanted.forEach(
                (name, next) -> {
                    T old = now.get(name);
                    Kind kind = old == null ? Kind.ADD : old.equals(next) ? Kind.KEEP : Kind.CHANGE;
                    String detail =
                            kind == Kind.CHANGE
                                    ? attributes.apply(new DifferenceList<>(old, next)).toString()
                                    : "";
                    changes.add(new PlannedChange(kind, keyword + " " + name, detail));
                });
        for (String name : now.keySet()) {
            if (!wanted.containsKey(name)) {
                changes.add(new PlannedChange(Kind.REMOVE, keyword + " " + name, ""));
            }
        }
        return changes;
    }
}
