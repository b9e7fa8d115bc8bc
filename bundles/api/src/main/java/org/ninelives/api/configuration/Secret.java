package org.ninelives.api.configuration;

import java.util.Optional;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.ArgumentTypes;

/** Where a password is to be found; the password itself is never part of settings. */
public sealed interface Secret {

    /** How one is written. */
    String ALLOWED = "file:PATH|env:VARIABLE";

    /** The first line of a file. */
    record InFile(String path) implements Secret {}

    /** A variable of the daemon's environment. */
    record InEnvironment(String variable) implements Secret {}

    /** One word. */
    static ArgumentType<Secret> type() {
        return ArgumentTypes.word(ALLOWED).map(Secret::of);
    }

    /**
     * What a word says.
     *
     * @throws IllegalArgumentException if it is neither {@code file:PATH} nor {@code env:VARIABLE};
     *     the message does not repeat it, as it may be the password itself
     */
    static Secret of(String word) {
        return after("file:", word)
                .<Secret>map(InFile::new)
                .or(() -> after("env:", word).map(InEnvironment::new))
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "a password does not belong in this file; write file:PATH"
                                                + " or env:VARIABLE"));
    }

    private static Optional<String> after(String beginning, String word) {
        return word.startsWith(beginning) && word.length() > beginning.length()
                ? Optional.of(word.substring(beginning.length()))
                : Optional.empty();
    }
}
