package org.ninelives.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table by which a keyword without its bundle is explained is that of the bundles. */
class KeywordTableTest {

    private static final Path TABLE =
            House.ROOT.resolve(
                    "bundles/daemon/src/main/resources/org/ninelives/daemon/keywords.tsv");

    /** Without these there is no daemon that could explain anything. */
    private static final Set<String> NEVER_LEFT_OUT = Set.of("daemon", "config", "api");

    /** The two levels that bundles share. */
    private static final Set<String> SHARED = Set.of("(root)", "global_defs");

    @TempDir private Path folder;

    @Test
    void eachKeywordIsExplainedByTheBundleThatHandlesIt() throws Exception {
        Map<String, Set<String>> handlers;
        Path file = Files.writeString(folder.resolve("k.conf"), "global_defs {\n}\n");
        try (Container container = new Container(folder, file)) {
            handlers = container.keywords();
        }
        assertThat(handlers).hasSizeGreaterThan(100);
        List<String[]> rows = rows();

        List<String> wrong = new ArrayList<>();
        Set<String> explained = new TreeSet<>();
        for (String[] row : rows) {
            String keyword = row[0] + " " + row[1];
            explained.add(keyword);
            Set<String> bundles = handlers.getOrDefault(keyword, Set.of());
            String named = row.length > 3 ? row[3] : "";
            boolean right =
                    named.isEmpty() ? NEVER_LEFT_OUT.containsAll(bundles) : bundles.contains(named);
            if (!right) {
                wrong.add(keyword + " says '" + named + "' and is handled by " + bundles);
            }
        }
        handlers.forEach(
                (keyword, bundles) -> {
                    if (!explained.contains(keyword) && !NEVER_LEFT_OUT.containsAll(bundles)) {
                        wrong.add(keyword + " is not in the table and is handled by " + bundles);
                    }
                });
        assertThat(wrong).isEmpty();
    }

    private static List<String[]> rows() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .filter(row -> SHARED.contains(row[0]) && !row[2].equals("removed"))
                .toList();
    }
}
