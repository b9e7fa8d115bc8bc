package org.ninelives.api.script;

import java.util.List;
import java.util.Optional;

/**
 * Who runs a script, by name or number as written; whether they exist is known when it runs.
 *
 * @param group empty for the user's own
 */
public record ScriptUser(String user, Optional<String> group) {

    public ScriptUser {
        if (user.isEmpty() || group.filter(String::isEmpty).isPresent()) {
            throw new IllegalArgumentException("a user or group without a name");
        }
    }

    /**
     * From the words of a configuration: {@code nobody}, {@code nobody nogroup}, {@code
     * nobody:nogroup}.
     *
     * @param words one or two
     */
    static ScriptUser of(List<String> words) {
        String first = words.getFirst();
        int colon = first.indexOf(':');
        if (colon < 0) {
            return new ScriptUser(first, words.stream().skip(1).findFirst());
        }
        if (words.size() > 1) {
            throw new IllegalArgumentException(
                    first + " names a group already, so " + words.get(1) + " is too much");
        }
        return new ScriptUser(first.substring(0, colon), Optional.of(first.substring(colon + 1)));
    }

    /** {@code nobody}, or {@code nobody:nogroup}. */
    @Override
    public String toString() {
        return user + group.map(name -> ":" + name).orElse("");
    }
}
