package org.ninelives.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ninelives.config.Position;
import org.ninelives.config.Problems;
import org.ninelives.config.Statement;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.GrammarReader;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Values;
import org.ninelives.config.language.ConfigurationReader;
import org.ninelives.config.language.Environment;
import org.ninelives.config.language.LanguageSettings;
import org.ninelives.config.language.ParsedConfiguration;
import org.ninelives.config.language.SourceFiles;

/**
 * A configuration in a string, read by the grammars of one section as the daemon would read a file.
 *
 * @param root what is outside all blocks
 * @param globalDefs what is in {@code global_defs}
 * @param problems what is wrong with it; the section adds what it finds
 */
public record ConfigurationText(Values root, Values globalDefs, Problems problems) {

    private static final String FILE = "test.conf";

    /** Reads a text by the keywords of a section outside all blocks and in {@code global_defs}. */
    public static ConfigurationText of(
            String text, BlockGrammar rootGrammar, BlockGrammar globalGrammar) {
        Problems problems = new Problems();
        ParsedConfiguration parsed = parse(text);
        parsed.problems().forEach(problems::add);
        Keyword<Values> globalDefs = Keyword.block("global_defs", globalGrammar, "defaults");
        List<Keyword<?>> keywords = new ArrayList<>(rootGrammar.keywords());
        keywords.add(globalDefs);
        Values root =
                new GrammarReader(problems)
                        .read(
                                new Position(FILE, 0),
                                parsed.statements(),
                                BlockGrammar.of(keywords));
        return new ConfigurationText(root, root.get(globalDefs), problems);
    }

    /** The tree of a text, by no grammar. */
    public static List<Statement> statements(String text) {
        return parse(text).statements();
    }

    private static ParsedConfiguration parse(String text) {
        return ConfigurationReader.read(
                FILE,
                new OneFile(text),
                new LanguageSettings(
                        new Environment("test", "/", name -> Optional.empty(), 1), Set.of()));
    }

    /** Severity and line of each problem, {@code ERROR test.conf:3: quorum: 0 is not in 1..9}. */
    public List<String> lines() {
        return problems.all().stream().map(problem -> problem.severity() + " " + problem).toList();
    }

    private record OneFile(String text) implements SourceFiles {

        @Override
        public Kind kind(String path) {
            return path.equals(FILE) ? Kind.REGULAR : Kind.ABSENT;
        }

        @Override
        public List<String> names(String directory) {
            return List.of();
        }

        @Override
        public byte[] read(String path) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
