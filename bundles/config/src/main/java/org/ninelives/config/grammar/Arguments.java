package org.ninelives.config.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.config.Statement;

/** The words of one statement, taken from left to right. Used by one reader at a time. */
public final class Arguments {

    private final List<String> words;
    private final String raw;
    private final List<String> remarks = new ArrayList<>();
    private int next;

    private Arguments(List<String> words, String raw) {
        this.words = words;
        this.raw = raw;
    }

    /** The words after the keyword. */
    public static Arguments of(Statement statement) {
        return new Arguments(statement.arguments(), statement.rawArguments());
    }

    /** All words, the first one included, for the lines of entry blocks, which have no keyword. */
    public static Arguments ofEntry(Statement statement) {
        List<String> words = new ArrayList<>();
        words.add(statement.keyword());
        words.addAll(statement.arguments());
        return new Arguments(List.copyOf(words), statement.text());
    }

    /** Words that nobody has written, to try what they would come to. */
    static Arguments of(List<String> words) {
        return new Arguments(words, String.join(" ", words));
    }

    public boolean hasNext() {
        return next < words.size();
    }

    /** The next word without taking it. */
    public Optional<String> peek() {
        return hasNext() ? Optional.of(words.get(next)) : Optional.empty();
    }

    /**
     * Takes the next word.
     *
     * @param what what is needed here, for the message: {@code "an address"}
     */
    public String take(String what) throws InvalidArgumentException {
        if (!hasNext()) {
            throw InvalidArgumentException.missing(what);
        }
        return words.get(next++);
    }

    /** Takes all that is left, as written, with quotes and escapes: for command lines. */
    public String takeRaw() {
        next = words.size();
        return raw;
    }

    /** Adds a warning about words that were understood but are not quite right. */
    public void remark(String message) {
        remarks.add(message);
    }

    List<String> remarks() {
        return remarks;
    }

    /** The words not taken yet, for the reader to complain about. */
    List<String> rest() {
        return words.subList(next, words.size());
    }
}
