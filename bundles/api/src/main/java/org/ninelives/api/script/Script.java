package org.ninelives.api.script;

import java.util.List;
import java.util.Optional;

/**
 * A program with its arguments.
 *
 * @param words what to run and its arguments, quotes and escapes resolved; at least one
 * @param user who runs it; empty for the default of {@code script_user}
 */
public record Script(List<String> words, Optional<ScriptUser> user) {

    public Script {
        words = List.copyOf(words);
        if (words.isEmpty() || words.getFirst().isEmpty()) {
            throw new IllegalArgumentException("a command is needed");
        }
    }

    /** What is run, as written. */
    public String path() {
        return words.getFirst();
    }
}
