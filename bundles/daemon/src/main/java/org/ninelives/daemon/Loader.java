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
import org.ninelives.config.language.ConfigurationReader;
import org.ninelives.config.language.LanguageSettings;
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
        FileRecorder files = new FileRecorder(source.files(), source.environment());
        ParsedConfiguration parsed = parse(files, installed);
        plainBlocks = parsed.plainBlocks();
        return read(parsed, files, installed);
    }

    /** The hash that a reading would have now. */
    String hash(List<ConfigSection> sections) {
        FileRecorder files = new FileRecorder(source.files(), source.environment());
        var unused = parse(files, InstalledGrammar.of(sections));
        return files.hash();
    }

    /** What would be read if this text stood in the configuration file. */
    Reading readText(String text, List<ConfigSection> sections) {
        return readFrom(
                new FileRecorder(
                        new TextInstead(source.files(), source.file(), text), source.environment()),
                sections);
    }

    /** What was read before, whatever became of the files. */
    Reading readAgain(RecordedFiles recorded, List<ConfigSection> sections) {
        return readFrom(new FileRecorder(recorded, recorded.environment()), sections);
    }

    /** The same text as before, by the grammars of now. */
    Reading readAnew(Reading before, List<ConfigSection> sections) {
        return read(before.parsed(), before.files(), InstalledGrammar.of(sections));
    }

    private Reading readFrom(FileRecorder files, List<ConfigSection> sections) {
        InstalledGrammar installed = InstalledGrammar.of(sections);
        return read(parse(files, installed), files, installed);
    }

    private ParsedConfiguration parse(FileRecorder files, InstalledGrammar installed) {
        return ConfigurationReader.read(
                source.file(),
                files,
                new LanguageSettings(
                        files.environment(), rootBlocks(installed), source.includeChecks()),
                plainBlocks);
    }

    private Reading read(
            ParsedConfiguration parsed, FileRecorder files, InstalledGrammar installed) {
        InstalledGrammar grammar = installed.with(known);
        Problems problems = new Problems();
        parsed.problems().forEach(problems::add);
        List<Statement> handled =
                new UnhandledKeywords(known, installed, problems).takeOut(parsed.statements());
        GrammarReader reader = new GrammarReader(problems, readBlocks);
        Values root = reader.read(parsed.position(), handled, grammar.root());
        readBlocks = reader.blocks();
        return new Reading(
                parsed,
                root,
                root.get(grammar.globalDefsKeyword()),
                problems.all(),
                files,
                files.hash());
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
