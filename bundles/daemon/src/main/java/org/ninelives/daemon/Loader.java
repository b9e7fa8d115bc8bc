package org.ninelives.daemon;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.config.Problems;
import org.ninelives.config.Statement;
import org.ninelives.config.grammar.GrammarListing;
import org.ninelives.config.grammar.GrammarReader;
import org.ninelives.config.grammar.ReadBlocks;
import org.ninelives.config.grammar.Values;
import org.ninelives.config.language.ParsedConfiguration;
import org.ninelives.config.language.PlainBlocks;

/**
 * Reads the configuration by the grammars of the sections that are installed at that moment. What
 * has not changed since the last reading is taken over from it. Used by one thread.
 */
final class Loader {

    /** Blocks of the root that are also keywords of {@code vrrp_instance} or a sync group. */
    private static final Set<String> INNER_TOO = Set.of("track_file");

    private final Source source;
    private final KnownKeywords known;
    private PlainBlocks plainBlocks = PlainBlocks.NONE;
    private ReadBlocks readBlocks = ReadBlocks.NONE;

    Loader(Source source, KnownKeywords known) {
        this.source = source;
        this.known = known;
    }

    String file() {
        return source.file();
    }

    Reading read(List<ConfigSection> sections) {
        InstalledGrammar installed = InstalledGrammar.of(sections);
        ParsedConfiguration parsed = source.read(rootBlocks(installed), plainBlocks);
        plainBlocks = parsed.plainBlocks();
        return read(parsed, installed);
    }

    /** The same text as before, whatever stands in the file by now. */
    Reading readAnew(ParsedConfiguration parsed, List<ConfigSection> sections) {
        return read(parsed, InstalledGrammar.of(sections));
    }

    private Reading read(ParsedConfiguration parsed, InstalledGrammar installed) {
        InstalledGrammar grammar = installed.with(known);
        Problems problems = new Problems();
        parsed.problems().forEach(problems::add);
        List<Statement> handled =
                new UnhandledKeywords(known, installed, problems).takeOut(parsed.statements());
        GrammarReader reader = new GrammarReader(problems, readBlocks);
        Values root = reader.read(parsed.position(), handled, grammar.root());
        readBlocks = reader.blocks();
        return new Reading(parsed, root, root.get(grammar.globalDefsKeyword()), problems.all());
    }

    private Set<String> rootBlocks(InstalledGrammar installed) {
        Set<String> blocks = new HashSet<>(GrammarListing.rootBlocks(installed.root()));
        known.root().values().stream()
                .filter(KnownKeyword::hasBlock)
                .map(KnownKeyword::name)
                .forEach(blocks::add);
        blocks.removeAll(INNER_TOO);
        return blocks;
    }
}
