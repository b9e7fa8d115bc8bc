package org.ninelives.linux.companion;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose an undo file is: its first line, {@code ninelives-undo 1 1234 3 net:[4026531840]}.
 *
 * @param pid the daemon's process id
 * @param facility the code of the facility it logs with
 * @param namespace the network namespace it is in, as {@link Namespaces#own} tells it
 */
record UndoOwner(String pid, int facility, String namespace) {

    /** What the file is and how its records are laid out, for a newer or an older version. */
    private static final String KIND = "ninelives-undo 1";

    private static final Pattern LINE = Pattern.compile(KIND + " (\\d{1,10}) (\\d{1,2}) (\\S+)");

    /** The first line, without its end. */
    String line() {
        return KIND + " " + pid + " " + facility + " " + namespace;
    }

    /** Who is told by a first line; empty where it is none. */
    static Optional<UndoOwner> of(String line) {
        Matcher words = LINE.matcher(line);
        return words.matches()
                ? Optional.of(
                        new UndoOwner(
                                words.group(1), Integer.parseInt(words.group(2)), words.group(3)))
                : Optional.empty();
    }

    /** As the log calls the daemon. */
    String name() {
        return "ninelived[" + pid + "]";
    }
}
