package org.ninelives.balancing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * The keywords in configurations, each as a row of tables of keywords: its block, a tab, itself.
 */
final class WrittenKeywords {
    private final Deque<String> blocks = new ArrayDeque<>();
    private final Set<String> rows = new HashSet<>();

    private WrittenKeywords() {}

    /** Those of a configuration with one statement or brace on a line. */
    static Set<String> in(String configuration) {
        WrittenKeywords written = new WrittenKeywords();
        configuration.lines().map(String::strip).forEach(written::read);
        return written.rows;
    }

    private void read(String line) {
        if (line.isEmpty()) {
            return;
        }
        if (line.equals("}")) {
            blocks.removeLast();
            return;
        }
        String keyword = line.split(" ", 2)[0];
        String block = blocks.isEmpty() ? "(root)" : String.join("/", blocks);
        rows.add(block + "\t" + (block.equals("virtual_server_group") ? entry(keyword) : keyword));
        if (line.endsWith("{")) {
            blocks.addLast(keyword);
        }
    }

    /** The lines of a group begin with no keyword, but for marks. */
    private static String entry(String word) {
        if (word.equals("fwmark")) {
            return word;
        }
        if (word.contains("/")) {
            return "(network entry)";
        }
        return word.contains("-") ? "(range entry)" : "(address entry)";
    }
}
