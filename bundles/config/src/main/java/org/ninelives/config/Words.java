package org.ninelives.config;

import java.util.ArrayList;
import java.util.List;

/** Cuts a line into words, as every keyword that does not take a command line sees them. */
public final class Words {

    private Words() {}

    /**
     * The words of a line; double quotes group and are removed, and an unclosed one reaches to the
     * end of the line. A backslash before a double quote makes it a character; every other
     * backslash is a character itself.
     */
    public static List<String> split(String line) {
        List<String> words = new ArrayList<>();
        int at = skipBlanks(line, 0);
        while (at < line.length()) {
            StringBuilder word = new StringBuilder();
            at = readWord(line, at, word);
            words.add(word.toString());
            at = skipBlanks(line, at);
        }
        return words;
    }

    static String first(String line) {
        StringBuilder word = new StringBuilder();
        readWord(line, skipBlanks(line, 0), word);
        return word.toString();
    }

    static String afterFirst(String line) {
        return line.substring(
                skipBlanks(line, readWord(line, skipBlanks(line, 0), new StringBuilder())));
    }

    private static int readWord(String line, int start, StringBuilder word) {
        boolean quoted = false;
        int at = start;
        for (; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '\\' && line.startsWith("\"", at + 1)) {
                word.append('"');
                at++;
            } else if (c == '\\' && line.startsWith("\\", at + 1)) {
                word.append("\\\\");
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && isBlank(c)) {
                break;
            } else {
                word.append(c);
            }
        }
        return at;
    }

    private static int skipBlanks(String line, int start) {
        int at = start;
        while (at < line.length() && isBlank(line.charAt(at))) {
            at++;
        }
        return at;
    }

    static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
