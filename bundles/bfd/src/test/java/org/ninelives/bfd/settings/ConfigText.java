package org.ninelives.bfd.settings;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ninelives.api.track.TrackerDefinition;
import org.ninelives.config.Position;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.GrammarReader;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Values;
import org.ninelives.config.language.ConfigurationReader;
import org.ninelives.config.language.Environment;
import org.ninelives.config.language.LanguageSettings;
import org.ninelives.config.language.ParsedConfiguration;
import org.ninelives.config.language.SourceFiles;

/** A configuration in a string, read into settings as the daemon would read a file. */
public final class ConfigText {

    private static final String FILE = "bfd.conf";

    private final Problems problems = new Problems();
    private final BfdSettings settings;
    private final List<TrackerDefinition> definitions;

    private ConfigText(String text) {
        ParsedConfiguration parsed =
                ConfigurationReader.read(
                        FILE,
                        new OneFile(text),
                        new LanguageSettings(environment(), Set.of("bfd_instance")));
        parsed.problems().forEach(problems::add);
        Keyword<Values> globalDefs =
                Keyword.block("global_defs", SettingsReader.GLOBAL_DEFS, "defaults");
        List<Keyword<?>> keywords = new ArrayList<>(SettingsReader.ROOT.keywords());
        keywords.add(globalDefs);
        Values values =
                new GrammarReader(problems)
                        .read(
                                new Position(FILE, 0),
                                parsed.statements(),
                                BlockGrammar.of(keywords));
        settings = SettingsReader.read(values, values.get(globalDefs), problems);
        definitions = SettingsReader.definitions(values);
    }

    public static ConfigText of(String text) {
        return new ConfigText(text);
    }

    public BfdSettings settings() {
        return settings;
    }

    List<TrackerDefinition> definitions() {
        return definitions;
    }

    /**
     * Severity and line of each problem, {@code ERROR bfd.conf:3: multiplier: 0 is not in 1..255}.
     */
    public List<String> problems() {
        return problems.all().stream().map(problem -> problem.severity() + " " + problem).toList();
    }

    private static Environment environment() {
        return new Environment("test", "/", name -> Optional.empty(), 1);
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
