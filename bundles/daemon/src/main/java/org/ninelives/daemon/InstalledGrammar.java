package org.ninelives.daemon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Values;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The grammars of all sections put together.
 *
 * @param globalDefs the keywords of {@code global_defs}
 * @param globalDefsKeyword the block of them
 * @param root the keywords outside all blocks, {@code global_defs} among them
 */
record InstalledGrammar(
        BlockGrammar globalDefs, Keyword<Values> globalDefsKeyword, BlockGrammar root) {

    static final String GLOBAL_DEFS = "global_defs";

    private static final Logger LOG = LoggerFactory.getLogger(InstalledGrammar.class);

    /** What the sections own; of two that claim a keyword the first has it. */
    static InstalledGrammar of(List<ConfigSection> sections) {
        return of(merge(sections, ConfigSection::globalDefs), merge(sections, ConfigSection::root));
    }

    /**
     * The same with every other known keyword added without effect, so that a misspelt one is
     * recognised even where nobody handles it.
     */
    InstalledGrammar with(KnownKeywords known) {
        return of(
                added(globalDefs, known.globalDefs().values()), added(root, known.root().values()));
    }

    private static InstalledGrammar of(
            Map<String, Keyword<?>> globalDefs, Map<String, Keyword<?>> root) {
        BlockGrammar globalGrammar = BlockGrammar.of(globalDefs.values());
        Keyword<Values> keyword =
                Keyword.block(GLOBAL_DEFS, globalGrammar, "Settings of the daemon as a whole.");
        root.put(GLOBAL_DEFS, keyword);
        return new InstalledGrammar(globalGrammar, keyword, BlockGrammar.of(root.values()));
    }

    private static Map<String, Keyword<?>> merge(
            List<ConfigSection> sections, Function<ConfigSection, BlockGrammar> grammar) {
        Map<String, Keyword<?>> merged = new LinkedHashMap<>();
        for (ConfigSection section : sections) {
            for (Keyword<?> keyword : grammar.apply(section).keywords()) {
                if (merged.putIfAbsent(keyword.name(), keyword) != null) {
                    LOG.error(
                            "Keyword {} belongs to another section already; that of {} is not used",
                            keyword,
                            section.getClass().getName());
                }
            }
        }
        return merged;
    }

    private static Map<String, Keyword<?>> added(
            BlockGrammar grammar, Collection<KnownKeyword> known) {
        Map<String, Keyword<?>> all = new LinkedHashMap<>();
        grammar.keywords().forEach(keyword -> all.put(keyword.name(), keyword));
        List<KnownKeyword> others = new ArrayList<>(known);
        others.removeIf(KnownKeyword::isRemoved);
        others.forEach(
                other ->
                        all.putIfAbsent(
                                other.name(), Keyword.withoutEffect(other.name(), "not handled")));
        return all;
    }
}
