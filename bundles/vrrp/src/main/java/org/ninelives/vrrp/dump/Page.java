package org.ninelives.vrrp.dump;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a dump with the indentation that scripts go by: one blank before the name of a thing,
 * three before what is said of it, five before the entries of a list.
 */
final class Page {

    private final List<String> lines = new ArrayList<>();

    /** What the lines that follow are about. */
    void thing(String kind, String name) {
        lines.add(" " + kind + " = " + name);
    }

    void say(String label, Object value) {
        sentence(label + " = " + value);
    }

    void say(String label, boolean value) {
        say(label, Boolean.toString(value));
    }

    void sentence(String text) {
        lines.add("   " + text);
    }

    /** A list with its label; nothing at all where it is empty. */
    void list(String label, List<String> entries) {
        if (!entries.isEmpty()) {
            sentence(label);
            entries.forEach(this::entry);
        }
    }

    /** What belongs to the sentence before. */
    void entry(String text) {
        lines.add("     " + text);
    }

    List<String> lines() {
        return lines;
    }
}
