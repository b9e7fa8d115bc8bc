package org.ninelives.daemon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ninelives.config.Problems;
import org.ninelives.config.Statement;
import org.ninelives.config.grammar.BlockGrammar;

/**
 * Takes out what is known and no installed bundle handles, with a word about each. What one bundle
 * reads and another one carries out stays, with a word as well.
 */
final class UnhandledKeywords {

    private final KnownKeywords known;
    private final InstalledGrammar installed;
    private final Problems problems;

    UnhandledKeywords(KnownKeywords known, InstalledGrammar installed, Problems problems) {
        this.known = known;
        this.installed = installed;
        this.problems = problems;
    }

    /** The statements that are left, those in {@code global_defs} looked through as well. */
    List<Statement> takeOut(List<Statement> statements) {
        List<Statement> left = new ArrayList<>();
        for (Statement statement : handled(statements, installed.root(), known.root())) {
            boolean global =
                    statement.hasBlock()
                            && statement.keyword().equals(InstalledGrammar.GLOBAL_DEFS);
            left.add(global ? withoutUnhandled(statement) : statement);
        }
        tellUndone(left, undone());
        return left;
    }

    /** What nobody carries out: each keyword whose bundle handles none of those it is known for. */
    private Map<String, KnownKeyword> undone() {
        Set<String> installedBundles =
                Stream.concat(
                                handlers(known.root(), installed.root()),
                                handlers(known.globalDefs(), installed.globalDefs()))
                        .collect(Collectors.toSet());
        Map<String, KnownKeyword> undone = new HashMap<>(known.inside());
        undone.values()
                .removeIf(
                        keyword ->
                                keyword.handler().filter(installedBundles::contains).isPresent());
        return undone;
    }

    private static Stream<String> handlers(Map<String, KnownKeyword> known, BlockGrammar grammar) {
        return known.values().stream()
                .filter(keyword -> grammar.keyword(keyword.name()).isPresent())
                .flatMap(keyword -> keyword.handler().stream());
    }

    /** Each word once, where it stands first. */
    private void tellUndone(List<Statement> statements, Map<String, KnownKeyword> undone) {
        for (Statement statement : statements) {
            if (undone.isEmpty() || statement.keyword().equals(InstalledGrammar.GLOBAL_DEFS)) {
                continue;
            }
            KnownKeyword keyword = undone.remove(statement.keyword());
            if (keyword != null) {
                problems.warning(
                        statement.position(),
                        keyword.name(),
                        "no installed bundle carries it out" + keyword.remedy());
            }
            if (statement.hasBlock()) {
                tellUndone(statement.body(), undone);
            }
        }
    }

    private Statement withoutUnhandled(Statement globalDefs) {
        return Statement.block(
                globalDefs.position(),
                globalDefs.text(),
                handled(globalDefs.body(), installed.globalDefs(), known.globalDefs()));
    }

    private List<Statement> handled(
            List<Statement> statements, BlockGrammar grammar, Map<String, KnownKeyword> knownHere) {
        List<Statement> handled = new ArrayList<>();
        for (Statement statement : statements) {
            String word = statement.keyword();
            Optional<KnownKeyword> unhandled =
                    grammar.keyword(word).isPresent()
                            ? Optional.empty()
                            : Optional.ofNullable(knownHere.get(word));
            if (unhandled.isPresent()) {
                report(statement, unhandled.get());
            } else {
                handled.add(statement);
            }
        }
        return handled;
    }

    private void report(Statement statement, KnownKeyword keyword) {
        if (keyword.isRemoved()) {
            problems.note(
                    statement.position(), keyword.name(), "has no effect: " + keyword.remark());
        } else {
            boolean block = statement.hasBlock();
            problems.warning(
                    statement.position(),
                    block ? statement.text() : keyword.name(),
                    "no installed bundle handles it; the "
                            + (block ? "block" : "line")
                            + " is skipped"
                            + keyword.remedy());
        }
    }
}
