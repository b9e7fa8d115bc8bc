package org.ninelives.api.dump;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a dump with the indentation that scripts go by: one blank before the name of a thing,
 * three before what is said of it, five before the entries of a list. For one thread.
 */
public final class DumpText {

    private final List<String> lines = new ArrayList<>();

    /** What the lines that follow are about. */
    public void thing(String kind, String name) {
        title(kind + " = " + name);
    }

    /** The same in words of its own. */
    public void title(String text) {
        lines.add(" " + text);
    }

    /** A value with its label. */
    public void say(String label, Object value) {
        sentence(label + " = " + value);
    }

    /** A line without a label. */
    public void sentence(String text) {
        lines.add("   " + text);
    }

    /** A list with its label; nothing at all where it is empty. */
    public void list(String label, List<String> entries) {
        if (!entries.isEmpty()) {
            sentence(label);
            entries.forEach(this::entry);
        }
    }

    /** What belongs to the sentence before. */
    public void entry(String text) {
        lines.add("     " + text);
    }

    /** All of them, without line ends. */
    public List<String> lines() {
        return List.copyOf(lines);
    }
}
