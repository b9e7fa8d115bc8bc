package org.ninelives.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the command line of a notify, script or misc_path keyword into words.
 *
 * <p>Pieces in single quotes, in double quotes and without quotes that touch make one word. A
 * backslash gives the next characters a meaning, in double quotes and outside of them: {@code \a \b
 * \E \f \n \r \t \v} are control characters, {@code \101} is octal, {@code \x41} hexadecimal,
 * {@code \cA} the control key with a letter, and any other character stands for itself. In single
 * quotes everything is as written.
 */
public final class CommandWords {

    private final String line;
    private int at;

    private CommandWords(String line) {
        this.line = line;
    }

    /**
     * The words of a command line, as {@link Statement#rawArguments} gives it.
     *
     * @throws IllegalArgumentException if a quote is not closed or an escape means nothing; the
     *     message tells the operator which
     */
    public static List<String> split(String raw) {
        return new CommandWords(raw).words();
    }

    /**
     * Whether a command is {@code </path}: it only tells whether the file can be opened, by way of
     * the shell, and no program is looked up for it.
     */
    public static boolean isReadTest(List<String> words) {
        return words.size() == 1 && words.getFirst().startsWith("</");
    }

    private List<String> words() {
        List<String> words = new ArrayList<>();
        skipBlanks();
        while (at < line.length()) {
            words.add(word());
            skipBlanks();
        }
        return List.copyOf(words);
    }

    private void skipBlanks() {
        while (at < line.length() && Words.isBlank(line.charAt(at))) {
            at++;
        }
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        while (at < line.length() && !Words.isBlank(line.charAt(at))) {
            char c = line.charAt(at++);
            switch (c) {
                case '\'' -> singleQuoted(word);
                case '"' -> doubleQuoted(word);
                case '\\' -> escape(word);
                default -> word.append(c);
            }
        }
        return word.toString();
    }

    private void singleQuoted(StringBuilder word) {
        int close = line.indexOf('\'', at);
        if (close < 0) {
            throw new IllegalArgumentException("a single quote is not closed");
        }
        word.append(line, at, close);
        at = close + 1;
    }

    private void doubleQuoted(StringBuilder word) {
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == '"') {
                return;
            }
            if (c == '\\') {
                escape(word);
            } else {
                word.append(c);
            }
        }
        throw new IllegalArgumentException("a double quote is not closed");
    }

    /** What follows a backslash; one at the very end is a character itself. */
    private void escape(StringBuilder word) {
        if (at == line.length()) {
            word.append('\\');
            return;
        }
        char c = line.charAt(at++);
        switch (c) {
            case 'a' -> word.append('\u0007');
            case 'b' -> word.append('\b');
            case 'E' -> word.append('\u001B');
            case 'f' -> word.append('\f');
            case 'n' -> word.append('\n');
            case 'r' -> word.append('\r');
            case 't' -> word.append('\t');
            case 'v' -> word.append('\u000B');
            case 'c' -> word.append(control());
            case 'x' -> word.append(number(16, 2, at));
            case '0', '1', '2', '3', '4', '5', '6', '7' -> word.append(number(8, 3, at - 1));
            default -> word.append(c);
        }
    }

    private char control() {
        if (at == line.length() || line.charAt(at) < '?' || line.charAt(at) > 'z') {
            throw new IllegalArgumentException("\\c needs a letter after it");
        }
        return (char) (Character.toUpperCase(line.charAt(at++)) ^ 0x40);
    }

    private char number(int radix, int digitsMax, int start) {
        int end = start;
        while (end < line.length()
                && end < start + digitsMax
                && Character.digit(line.charAt(end), radix) >= 0
                && line.charAt(end) < 0x80) {
            end++;
        }
        int value = end == start ? 0 : Integer.parseInt(line.substring(start, end), radix);
        if (value == 0 || value > 0xFF) {
            throw new IllegalArgumentException(
                    "\\" + line.substring(at - 1, end) + " is not a character in \\x01..\\xFF");
        }
        at = end;
        return (char) value;
    }
}
