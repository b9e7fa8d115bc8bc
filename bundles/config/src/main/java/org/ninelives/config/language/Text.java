package org.ninelives.config.language;

/** What blanks, quotes and backslashes mean on every kind of line. */
final class Text {

    private Text() {}

    static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    /** Without blanks at both ends. */
    static String trim(String text) {
        return trim(text, 0, text.length());
    }

    /** A part of a text without blanks at both ends. */
    static String trim(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** The first blank at or after a place, or the end of the text. */
    static int endOfWord(String text, int start) {
        int at = start;
        while (at < text.length() && !isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /**
     * Whether the backslash at this place takes the meaning from the next character, which may be a
     * double quote, a comment character or another backslash.
     */
    static boolean isEscape(String text, int at) {
        return text.charAt(at) == '\\'
                && at + 1 < text.length()
                && "\"\\#!".indexOf(text.charAt(at + 1)) >= 0;
    }

    /** Where the name that starts here ends: a letter or {@code _}, then digits too. */
    static int endOfName(String text, int start) {
        int at = start;
        while (at < text.length() && isNamePart(text.charAt(at), at == start)) {
            at++;
        }
        return at;
    }

    private static boolean isNamePart(char c, boolean first) {
        return c == '_'
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (!first && c >= '0' && c <= '9');
    }
}
