package org.ninelives.vrrp.settings;

import java.util.List;
import java.util.Optional;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.EntryType;
import org.ninelives.config.grammar.GrammarReader;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Located;
import org.ninelives.config.grammar.Values;

/** Reads the lines of routes and rules; one for each reading of a configuration. */
final class RoutingReader {

    private final GrammarReader reader;
    private final RoutingNames names;
    private final RuleEntryPreferences preferences = new RuleEntryPreferences();

    RoutingReader(RoutingNames names, Problems problems) {
        this.reader = new GrammarReader(problems);
        this.names = names;
    }

    /** What an instance owns as master. */
    Routing ofInstance(Values instance) {
        return new Routing(
                values(instance, MasterGrammar.VIRTUAL_ROUTES, RouteEntry.ofInstance(names)),
                values(
                        instance,
                        MasterGrammar.VIRTUAL_RULES,
                        RuleEntry.ofInstance(names, preferences)));
    }

    List<Located<VirtualRoute>> staticRoutes(Values root) {
        return lines(root, GroupGrammar.STATIC_ROUTES, RouteEntry.ofStatic(names));
    }

    List<Located<VirtualRule>> staticRules(Values root) {
        return lines(root, GroupGrammar.STATIC_RULES, RuleEntry.ofStatic(names, preferences));
    }

    private <T> List<T> values(
            Values values, Keyword<List<Located<String>>> keyword, EntryType<T> entry) {
        return lines(values, keyword, entry).stream().map(Located::value).toList();
    }

    private <T> List<Located<T>> lines(
            Values values, Keyword<List<Located<String>>> keyword, EntryType<T> entry) {
        return values.get(keyword).stream()
                .map(line -> reader.read(line, keyword.name(), entry))
                .flatMap(Optional::stream)
                .toList();
    }
}
