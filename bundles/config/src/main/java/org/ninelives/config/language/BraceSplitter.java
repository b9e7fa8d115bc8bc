package org.ninelives.config.language;

import java.util.Optional;
import org.ninelives.config.Position;
import org.ninelives.config.Problems;

/**
 * Cuts a line at the braces outside double quotes, so that each statement and each brace is by
 * itself, and sorts out includes, whose patterns have braces of their own.
 */
final class BraceSplitter {

    private final Problems problems;

    BraceSplitter(Problems problems) {
        this.problems = problems;
    }

    /** Where the pieces of a line go, in order. */
    interface Pieces {

        void statement(Position position, String text);

        void openingBrace(Position position);

        void closingBrace(Position position);

        void include(Position position, IncludeKeyword keyword, String pattern);
    }

    void split(String text, Position position, Pieces pieces) {
        String line = closeQuote(text, position);
        int at = 0;
        while (at < line.length()) {
            int from = at;
            Optional<IncludeKeyword> include = IncludeKeyword.at(line, from);
            at = endOfPiece(line, from, include.isPresent());
            String piece = Text.trim(line, from, at);
            if (include.isPresent()) {
                String pattern = piece.substring(include.get().keyword().length());
                pieces.include(position, include.get(), Text.trim(pattern));
            } else if (!piece.isEmpty()) {
                pieces.statement(position, piece);
            }
            if (at < line.length()) {
                if (line.charAt(at) == '{') {
                    pieces.openingBrace(position);
                } else {
                    pieces.closingBrace(position);
                }
                at++;
            }
        }
    }

    private String closeQuote(String text, Position position) {
        boolean quoted = false;
        int at = text.indexOf('"') < 0 ? text.length() : 0;
        for (; at < text.length(); at++) {
            if (Text.isEscape(text, at)) {
                at++;
            } else if (text.charAt(at) == '"') {
                quoted = !quoted;
            }
        }
        if (!quoted) {
            return text;
        }
        problems.error(
                position, "", "a double quote is not closed; it is closed at the end of the line");
        return text + (endsWithLoneBackslash(text) ? "\\\"" : "\"");
    }

    /** Whether the last backslash would take the meaning from what is put behind it. */
    private static boolean endsWithLoneBackslash(String text) {
        int backslashes = 0;
        while (backslashes < text.length()
                && text.charAt(text.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    /** The next brace that is a piece of its own, or the end of the line. */
    private static int endOfPiece(String line, int start, boolean include) {
        boolean quoted = false;
        int patternBraces = 0;
        int at = start;
        for (; at < line.length(); at++) {
            char c = line.charAt(at);
            if (Text.isEscape(line, at)) {
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && isReference(line, at)) {
                // A name that is not defined stays as it was written.
                at = line.indexOf('}', at);
            } else if (!quoted && c == '{' && include) {
                patternBraces++;
            } else if (!quoted && c == '}' && patternBraces > 0) {
                patternBraces--;
            } else if (!quoted && (c == '{' || c == '}')) {
                break;
            }
        }
        return Math.min(at, line.length());
    }

    /** Whether <code>${NAME ARGUMENTS}</code> stands here: no quote, brace or comment is in it. */
    private static boolean isReference(String line, int at) {
        if (!line.startsWith("${", at)) {
            return false;
        }
        int end = at + 2;
        while (end < line.length() && "{}\"\\#!".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        return end < line.length() && line.charAt(end) == '}';
    }
}
