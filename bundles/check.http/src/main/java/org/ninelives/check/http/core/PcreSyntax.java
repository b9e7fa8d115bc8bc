package org.ninelives.check.http.core;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a pattern of PCRE2 as Java understands it where both would read the same characters in
 * another way, pcre2pattern(3): classes in brackets, braces that repeat nothing, names of groups.
 * What Java does not know at all is left for it to refuse.
 */
final class PcreSyntax {

    private static final Pattern REPETITION = Pattern.compile("\\{\\d+(,\\d*)?\\}");

    /** {@code \x{e9}} and {@code \p{L}}, whose braces belong to them. */
    private static final Pattern ESCAPE_WITH_BRACES = Pattern.compile("\\\\[a-zA-Z]\\{[^}]*\\}");

    private static final Pattern POSIX_CLASS = Pattern.compile("\\[:(\\^?)([a-z]+):\\]");

    private static final Map<String, String> POSIX_NAMES =
            Map.ofEntries(
                    Map.entry("alpha", "Alpha"),
                    Map.entry("lower", "Lower"),
                    Map.entry("upper", "Upper"),
                    Map.entry("alnum", "Alnum"),
                    Map.entry("ascii", "ASCII"),
                    Map.entry("blank", "Blank"),
                    Map.entry("cntrl", "Cntrl"),
                    Map.entry("digit", "Digit"),
                    Map.entry("graph", "Graph"),
                    Map.entry("print", "Print"),
                    Map.entry("punct", "Punct"),
                    Map.entry("space", "Space"),
                    Map.entry("xdigit", "XDigit"));

    private final String pattern;
    private final StringBuilder java = new StringBuilder();
    private int at;

    private PcreSyntax(String pattern) {
        this.pattern = pattern;
    }

    /** The same pattern for {@link Pattern#compile(String)}. */
    static String toJava(String pattern) {
        return new PcreSyntax(pattern).translated();
    }

    private String translated() {
        while (at < pattern.length()) {
            if (pattern.startsWith("\\Q", at)) {
                int end = pattern.indexOf("\\E", at);
                copyTo(end < 0 ? pattern.length() : end + 2);
            } else if (found(ESCAPE_WITH_BRACES)) {
                copyTo(pattern.indexOf('}', at) + 1);
            } else if (pattern.charAt(at) == '\\') {
                copyTo(at + 2);
            } else if (pattern.charAt(at) == '[') {
                characterClass();
            } else if (pattern.startsWith("(?P<", at)) {
                java.append("(?<");
                at += "(?P<".length();
            } else if (pattern.charAt(at) == '{' && !found(REPETITION)) {
                java.append("\\{");
                at++;
            } else {
                copyTo(at + 1);
            }
        }
        return java.toString();
    }

    /** A class up to its bracket. In Java a bracket and two ampersands in it mean something. */
    private void characterClass() {
        copyTo(pattern.startsWith("[^", at) ? at + 2 : at + 1);
        boolean first = true;
        while (at < pattern.length() && (first || pattern.charAt(at) != ']')) {
            first = false;
            Matcher posix = POSIX_CLASS.matcher(pattern).region(at, pattern.length());
            if (posix.lookingAt() && POSIX_NAMES.containsKey(posix.group(2))) {
                java.append(posix.group(1).isEmpty() ? "\\p{" : "\\P{")
                        .append(POSIX_NAMES.get(posix.group(2)))
                        .append('}');
                at = posix.end();
            } else if (pattern.charAt(at) == '\\') {
                copyTo(at + 2);
            } else {
                if ("[]&# ".indexOf(pattern.charAt(at)) >= 0) {
                    java.append('\\');
                }
                copyTo(at + 1);
            }
        }
        copyTo(at + 1);
    }

    private boolean found(Pattern piece) {
        return piece.matcher(pattern).region(at, pattern.length()).lookingAt();
    }

    private void copyTo(int end) {
        int stop = Math.min(end, pattern.length());
        java.append(pattern, at, stop);
        at = stop;
    }
}
