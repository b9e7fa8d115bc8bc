package org.ninelives.config.language;

import java.util.Optional;

/**
 * Mends characters that an input method or a web page has put in place of ASCII ones: full-width
 * braces and digits, curly quotes, blanks that look like blanks and are none.
 */
final class Typography {

    private static final String LOOKS_LIKE_BLANK = "\u00A0\u202F\u205F\u3000";
    private static final String INVISIBLE = "\u200B\u200C\u200D\u2060\uFEFF";
    private static final String DOUBLE_QUOTES = "\u201C\u201D\u201E\u201F\uFF02";
    private static final char GONE = 0;

    private Typography() {}

    /**
     * @param text the line, mended
     * @param remark what was mended first; empty if the line is as it was
     */
    record Mended(String text, Optional<String> remark) {}

    /** Mends a line outside its ASCII double quotes and up to its comment. */
    static Mended mend(String line) {
        if (isAscii(line)) {
            return new Mended(line, Optional.empty());
        }
        StringBuilder mended = new StringBuilder(line.length());
        Optional<String> remark = Optional.empty();
        boolean quoted = false;
        boolean curly = false;
        boolean comment = false;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (!comment && Text.isEscape(line, at)) {
                mended.append(c).append(line.charAt(++at));
                continue;
            }
            boolean text = quoted && !(curly && DOUBLE_QUOTES.indexOf(c) >= 0);
            char ascii = comment || text ? c : ascii(c);
            if (ascii != c && remark.isEmpty()) {
                remark = Optional.of(remark(c, ascii));
            }
            if (ascii == '"' && !comment) {
                quoted = !quoted;
                curly = c != '"';
            }
            comment |= !quoted && (ascii == '#' || ascii == '!');
            if (ascii != GONE) {
                mended.append(ascii);
            }
        }
        return new Mended(mended.toString(), remark);
    }

    private static boolean isAscii(String line) {
        for (int at = 0; at < line.length(); at++) {
            if (line.charAt(at) > 0x7E) {
                return false;
            }
        }
        return true;
    }

    private static char ascii(char c) {
        if (c < 0x80) {
            return c;
        }
        if (DOUBLE_QUOTES.indexOf(c) >= 0) {
            return '"';
        }
        if (c == '\u2018' || c == '\u2019') {
            return '\'';
        }
        if (c >= 0xFF01 && c <= 0xFF5E) {
            return (char) (c - 0xFF01 + '!');
        }
        if (LOOKS_LIKE_BLANK.indexOf(c) >= 0 || (c >= 0x2000 && c <= 0x200A)) {
            return ' ';
        }
        if (c == '\u2013' || c == '\u2014' || c == '\u2212') {
            return '-';
        }
        return INVISIBLE.indexOf(c) >= 0 ? GONE : c;
    }

    private static String remark(char c, char ascii) {
        String code = String.format("U+%04X", (int) c);
        if (ascii == GONE) {
            return "the invisible character " + code + " is left out; remove it";
        }
        return ascii == ' '
                ? "the character " + code + " is read as a blank; write a blank"
                : String.format(
                        "'%c' (%s) is read as '%c'; write the ASCII character", c, code, ascii);
    }
}
