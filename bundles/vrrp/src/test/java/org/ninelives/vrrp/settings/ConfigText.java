package org.ninelives.vrrp.settings;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ninelives.api.ipvs.SyncInterface;
import org.ninelives.api.script.ScriptKeywords;
import org.ninelives.api.track.TrackerDefinition;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.config.Position;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.GrammarReader;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.ReadBlocks;
import org.ninelives.config.grammar.Values;
import org.ninelives.config.language.ConfigurationReader;
import org.ninelives.config.language.Environment;
import org.ninelives.config.language.LanguageSettings;
import org.ninelives.config.language.ParsedConfiguration;
import org.ninelives.config.language.PlainBlocks;
import org.ninelives.config.language.SourceFiles;

/** A configuration in a string, read into settings as the daemon would read a file. */
public final class ConfigText {

    private static final String FILE = "vrrp.conf";

    private final Problems problems = new Problems();
    private final ParsedConfiguration parsed;
    private final GrammarReader reader;
    private final ReadInstances readInstances;
    private final VrrpSettings settings;
    private final List<SyncInterface> syncInterfaces;

    private ConfigText(
            String text,
            KeyFiles keyFiles,
            KnownTrackers trackers,
            PlainBlocks plainBlocks,
            ReadBlocks readBlocks,
            ReadInstances readInstances) {
        this.readInstances = readInstances;
        parsed =
                ConfigurationReader.read(
                        FILE,
                        new OneFile(text),
                        new LanguageSettings(
                                environment(), Set.of("vrrp_instance", "vrrp_sync_group")),
                        plainBlocks);
        parsed.problems().forEach(problems::add);
        List<Keyword<?>> globals = new ArrayList<>(SettingsReader.GLOBAL_DEFS.keywords());
        globals.addAll(ScriptKeywords.ALL);
        Keyword<Values> globalDefs =
                Keyword.block("global_defs", BlockGrammar.of(globals), "defaults");
        List<Keyword<?>> keywords = new ArrayList<>(SettingsReader.ROOT.keywords());
        keywords.add(globalDefs);
        BlockGrammar root = BlockGrammar.of(keywords);
        reader = new GrammarReader(problems, readBlocks);
        Values values = reader.read(new Position(FILE, 0), parsed.statements(), root);
        settings =
                SettingsReader.read(
                        values,
                        values.get(globalDefs),
                        problems,
                        keyFiles,
                        NameTable.wellKnown(),
                        trackers,
                        readInstances);
        syncInterfaces = SyncInterfaces.read(values);
    }

    List<SyncInterface> syncInterfaces() {
        return syncInterfaces;
    }

    public static ConfigText of(String text) {
        return of(text, KeyFiles.NONE);
    }

    /** With these files of secret keys. */
    static ConfigText of(String text, KeyFiles keyFiles) {
        return first(text, keyFiles, mentioned(text));
    }

    /** With these things that can be tracked. */
    static ConfigText of(String text, KnownTrackers trackers) {
        return first(text, KeyFiles.NONE, trackers);
    }

    /**
     * One thing of each kind that the text mentions, by the name of its kind in capitals: {@code
     * SCRIPT}, {@code PROCESS} and {@code VIRTUAL_SERVER} of weight 0, {@code FILE} of weight 1,
     * and {@code BFD} of weight -7 and reversed.
     */
    private static KnownTrackers mentioned(String text) {
        KnownTrackers known = new KnownTrackers();
        for (TrackerDefinition each :
                List.of(
                        defined(TrackerKind.SCRIPT, 0, false),
                        defined(TrackerKind.PROCESS, 0, false),
                        defined(TrackerKind.FILE, 1, false),
                        defined(TrackerKind.BFD, -7, true),
                        defined(TrackerKind.VIRTUAL_SERVER, 0, false))) {
            known.add(
                    TrackerKind.valueOf(each.name()),
                    text.contains(each.name()) ? List.of(each) : List.of());
        }
        return known;
    }

    static TrackerDefinition defined(TrackerKind kind, int weight, boolean reverse) {
        return new TrackerDefinition(
                kind.name(), weight, reverse, new Position("trackers.conf", 1));
    }

    /** With these files of secret keys, and these things that can be tracked. */
    static ConfigText first(String text, KeyFiles keyFiles, KnownTrackers trackers) {
        return new ConfigText(
                text, keyFiles, trackers, PlainBlocks.NONE, ReadBlocks.NONE, new ReadInstances());
    }

    /** The next reading, of this text. */
    ConfigText then(String text) {
        return then(text, KeyFiles.NONE);
    }

    ConfigText then(String text, KeyFiles keyFiles) {
        return new ConfigText(
                text,
                keyFiles,
                mentioned(text),
                parsed.plainBlocks(),
                reader.blocks(),
                readInstances);
    }

    public VrrpSettings settings() {
        return settings;
    }

    /** The settings of the only instance. */
    public InstanceSettings instance() {
        if (settings.instances().size() != 1) {
            throw new AssertionError(
                    "not one instance but " + settings + ", problems " + problems());
        }
        return settings.instances().getFirst();
    }

    /**
     * Severity and line of each problem, {@code ERROR vrrp.conf:3: priority: 0 is not in 1..255}.
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
