package org.ninelives.vrrp.settings;

import java.util.List;
import org.ninelives.config.Position;
import org.ninelives.config.Problem;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.EntryType;
import org.ninelives.config.grammar.GrammarReader;
import org.ninelives.config.grammar.Located;

/** Reads single lines of entry blocks, and remembers the problems of the last one. */
final class EntryReading<T> {

    private final EntryType<T> entry;
    private Problems problems = new Problems();

    EntryReading(EntryType<T> entry) {
        this.entry = entry;
    }

    /** The value of a line that can be read. */
    T read(String line) {
        return tryRead(line).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError(line + ": " + problems()));
    }

    /** The value of a line, or none. */
    List<T> tryRead(String line) {
        problems = new Problems();
        return new GrammarReader(problems)
                .read(new Located<>(line, new Position("f", 7)), "entries", entry).stream()
                        .map(Located::value)
                        .toList();
    }

    /** {@code WARNING f:7: entries: gw is obsolete; write via}. */
    List<String> problems() {
        return problems.all().stream().map(problem -> problem.severity() + " " + problem).toList();
    }

    /** The texts alone. */
    List<String> messages() {
        return problems.all().stream().map(Problem::message).toList();
    }
}
