package org.ninelives.config.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Plain text written so that a manual page, in the macros of man(7), shows it as it is. */
public final class ManualText {

    private static final int COLUMNS = 78;
    private static final int WORD_MAX = 40;
    private static final Pattern EACH_PART = Pattern.compile(".{20}(?!$)");
    private static final Pattern END_OF_SENTENCE =
            Pattern.compile("(?<=[.:!?])(?<!e\\.g\\.) +(?=[A-Z])");

    private ManualText() {}

    /** What is typed as it stands: keywords, options, paths. */
    public static String bold(String text) {
        return "\\fB" + literal(text) + "\\fR";
    }

    /** What stands for something else. */
    public static String italic(String text) {
        return "\\fI" + literal(text) + "\\fR";
    }

    /** A long list of choices may be broken after each. */
    private static String literal(String text) {
        return escaped(text).replace("-", "\\-").replace("|", "|\\:");
    }

    /** As one argument of a macro. */
    public static String quoted(String text) {
        return '"' + escaped(text).replace("\"", "\\(dq") + '"';
    }

    /** Each sentence begins a line, and none is too long for a terminal. */
    public static List<String> sentences(String text) {
        List<String> lines = new ArrayList<>();
        for (String sentence : END_OF_SENTENCE.split(text.strip(), -1)) {
            wrap(escaped(sentence), lines);
        }
        return lines;
    }

    private static void wrap(String sentence, List<String> lines) {
        StringBuilder line = new StringBuilder();
        for (String word : sentence.split(" +", -1)) {
            if (!line.isEmpty() && line.length() + word.length() >= COLUMNS) {
                lines.add(guarded(line.toString()));
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(breakable(word));
        }
        lines.add(guarded(line.toString()));
    }

    private static String breakable(String word) {
        return word.length() > WORD_MAX ? EACH_PART.matcher(word).replaceAll("$0\\\\:") : word;
    }

    /** A line that begins with a dot or an apostrophe would be a command. */
    private static String guarded(String line) {
        return line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\e")
                .replace("^", "\\(ha")
                .replace("~", "\\(ti")
                .replace("`", "\\(ga");
    }
}
