package org.ninelives.notify.script;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.api.script.ScriptKeywords;
import org.ninelives.config.Position;
import org.ninelives.config.Problem;
import org.ninelives.config.Problems;
import org.ninelives.config.Statement;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.GrammarReader;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Values;
import org.ninelives.notify.script.settings.NotifyGrammar;
import org.ninelives.notify.script.settings.NotifyReader;
import org.ninelives.notify.script.settings.NotifySettings;

/** The text of a {@code global_defs} block and what it was read as. */
public final class GlobalDefs {

    private final Problems problems = new Problems();
    private final Values values;

    /** Reads the text by the grammar. */
    public GlobalDefs(String text) {
        List<Statement> statements = new ArrayList<>();
        for (String line : text.lines().toList()) {
            statements.add(Statement.line(new Position("f", statements.size() + 1), line.strip()));
        }
        List<Keyword<?>> keywords = new ArrayList<>(NotifyGrammar.GLOBAL_DEFS.keywords());
        keywords.addAll(ScriptKeywords.ALL);
        values =
                new GrammarReader(problems)
                        .read(new Position("f", 0), statements, BlockGrammar.of(keywords));
    }

    /** Settings of a text. */
    public static NotifySettings settings(String text) {
        return new GlobalDefs(text).settings();
    }

    public Values values() {
        return values;
    }

    public NotifySettings settings() {
        return NotifyReader.read(values, problems);
    }

    /** What was wrong, {@code SEVERITY f:1: keyword: message}. */
    public List<String> problems() {
        return problems.all().stream().map(GlobalDefs::text).toList();
    }

    private static String text(Problem problem) {
        return problem.severity() + " " + problem;
    }
}
