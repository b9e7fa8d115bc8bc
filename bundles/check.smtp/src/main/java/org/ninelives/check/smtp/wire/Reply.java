package org.ninelives.check.smtp.wire;

import java.util.List;

/**
 * What a server answered.
 *
 * @param code 000..999, as the server wrote it
 * @param text the words behind the code, of each line; printable ASCII, {@code ?} for the rest
 */
public record Reply(String code, List<String> text) {

    private static final int WORDS_MAX = 200;

    public Reply {
        text = List.copyOf(text);
    }

    /** For one line of a log: {@code 554 go away}. */
    @Override
    public String toString() {
        return brief((code + " " + String.join(" | ", text)).strip());
    }

    /** Not longer than anybody wants to read in a log. */
    static String brief(String words) {
        return words.length() <= WORDS_MAX ? words : words.substring(0, WORDS_MAX) + "...";
    }
}
