package org.ninelives.lvs.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.ninelives.api.check.CheckerType;
import org.ninelives.api.configuration.ThreadKeywords;
import org.ninelives.api.script.ScriptKeywords;
import org.ninelives.api.track.TrackerDefinition;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.testkit.ConfigurationText;

/** A configuration in a string, read into settings as the daemon would read a file. */
public final class ConfigText {

    /** Two checkers, for tests that are not about them. */
    public static final List<CheckerType> CHECKERS =
            List.of(new FakeChecker("TCP_CHECK"), new FakeChecker("HTTP_GET"));

    private final ConfigurationText text;
    private final LvsGrammar grammar;
    private final LvsSettings settings;

    private ConfigText(String written, LvsGrammar grammar, ReadServers read) {
        this.grammar = grammar;
        text = ConfigurationText.of(written, grammar.root(), globalDefs());
        settings = LvsReader.read(grammar, text.root(), text.globalDefs(), text.problems(), read);
    }

    /** With the keywords of other sections that virtual servers are read by. */
    private static BlockGrammar globalDefs() {
        List<Keyword<?>> keywords = new ArrayList<>(LvsGrammar.globalDefs().keywords());
        keywords.addAll(ScriptKeywords.ALL);
        keywords.addAll(ThreadKeywords.OF_ALL_THREADS);
        return BlockGrammar.of(keywords);
    }

    public static ConfigText of(String text) {
        return of(text, CHECKERS);
    }

    public static ConfigText of(String text, Collection<CheckerType> checkers) {
        return new ConfigText(text, new LvsGrammar(checkers), new ReadServers());
    }

    /** Another text, read after what was read before. */
    static ConfigText after(String text, LvsGrammar grammar, ReadServers read) {
        return new ConfigText(text, grammar, read);
    }

    public LvsSettings settings() {
        return settings;
    }

    /** The only virtual server. */
    public VirtualServerSettings virtualServer() {
        if (settings.virtualServers().size() != 1) {
            throw new AssertionError(settings.virtualServers() + " with " + problems());
        }
        return settings.virtualServers().getFirst();
    }

    /** The only real server of the only virtual server. */
    public RealServerSettings realServer() {
        if (virtualServer().realServers().size() != 1) {
            throw new AssertionError(virtualServer().realServers() + " with " + problems());
        }
        return virtualServer().realServers().getFirst();
    }

    List<TrackerDefinition> definitions() {
        return LvsReader.definitions(grammar, text.root());
    }

    /** As {@link ConfigurationText#lines}. */
    public List<String> problems() {
        return text.lines();
    }
}
