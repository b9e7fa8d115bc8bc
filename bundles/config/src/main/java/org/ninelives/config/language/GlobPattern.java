package org.ninelives.config.language;

/** Compares a name with a pattern of {@code *}, {@code ?} and {@code [a-z]}. */
final class GlobPattern {

    private GlobPattern() {}

    /** Whether the whole name fits; a leading dot must be written out. */
    static boolean matches(String pattern, String name) {
        if (name.startsWith(".") && !pattern.startsWith(".")) {
            return false;
        }
        int p = 0;
        int n = 0;
        int star = -1;
        int starName = 0;
        while (n < name.length()) {
            int width = p < pattern.length() ? width(pattern, p, name.charAt(n)) : 0;
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                starName = n;
            } else if (width > 0) {
                p += width;
                n++;
            } else if (star >= 0) {
                // What the last star took was too short: let it take one character more.
                p = star + 1;
                n = ++starName;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** How many characters of the pattern fit this one character, or 0. */
    private static int width(String pattern, int at, char c) {
        char first = pattern.charAt(at);
        if (first == '?') {
            return 1;
        }
        if (first == '\\' && at + 1 < pattern.length()) {
            return pattern.charAt(at + 1) == c ? 2 : 0;
        }
        int close = first == '[' ? pattern.indexOf(']', at + 2) : -1;
        if (close > 0) {
            return isInSet(pattern.substring(at + 1, close), c) ? close + 1 - at : 0;
        }
        return first == c ? 1 : 0;
    }

    private static boolean isInSet(String set, char c) {
        boolean negated = set.length() > 1 && (set.charAt(0) == '!' || set.charAt(0) == '^');
        boolean found = false;
        int at = negated ? 1 : 0;
        while (at < set.length()) {
            boolean range = at + 2 < set.length() && set.charAt(at + 1) == '-';
            char last = set.charAt(range ? at + 2 : at);
            found |= c >= set.charAt(at) && c <= last;
            at += range ? 3 : 1;
        }
        return found != negated;
    }
}
