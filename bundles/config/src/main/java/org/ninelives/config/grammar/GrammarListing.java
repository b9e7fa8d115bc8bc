package org.ninelives.config.grammar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a grammar knows, as lists of names. */
public final class GrammarListing {

    private static final String ROOT = "(root)";

    private GrammarListing() {}

    /**
     * One {@code block<TAB>keyword} row for every keyword: the root ones under {@code (root)},
     * inner blocks by their path such as {@code vrrp_instance/authentication}, lines of entries by
     * the name of their kind such as {@code ADDR-ENTRY}. Each row once, in the order declared.
     */
    public static List<String> rows(BlockGrammar root) {
        Set<String> rows = new LinkedHashSet<>();
        add(rows, ROOT, "", root);
        return List.copyOf(rows);
    }

    private static void add(Set<String> rows, String block, String path, BlockGrammar grammar) {
        for (Keyword<?> keyword : grammar.keywords()) {
            rows.add(block + "\t" + keyword.name());
        }
        grammar.others()
                .flatMap(Keyword::grammar)
                .ifPresent(entry -> add(rows, block, path, entry));
        for (Keyword<?> keyword : grammar.keywords()) {
            keyword.grammar()
                    .ifPresent(
                            inner -> {
                                String innerPath =
                                        path.isEmpty()
                                                ? keyword.name()
                                                : path + "/" + keyword.name();
                                String name = inner.name().isEmpty() ? innerPath : inner.name();
                                add(rows, name, innerPath, inner);
                            });
        }
    }

    /**
     * The blocks that exist outside all others only: their names tell a reader that every block
     * before them should have been closed.
     */
    public static Set<String> rootBlocks(BlockGrammar root) {
        Set<String> inner = new HashSet<>();
        List<BlockGrammar> open = new ArrayList<>();
        Set<String> blocks = new HashSet<>();
        for (Keyword<?> keyword : root.keywords()) {
            keyword.grammar().ifPresent(open::add);
            if (keyword.grammar().isPresent()) {
                blocks.add(keyword.name());
            }
        }
        while (!open.isEmpty()) {
            for (Keyword<?> keyword : open.removeLast().keywords()) {
                inner.add(keyword.name());
                keyword.grammar().ifPresent(open::add);
            }
        }
        blocks.removeAll(inner);
        return Set.copyOf(blocks);
    }
}
