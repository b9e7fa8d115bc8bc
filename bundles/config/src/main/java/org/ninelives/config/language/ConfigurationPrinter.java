package org.ninelives.config.language;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.ninelives.config.Statement;

/**
 * Writes a tree as text: one statement a line, everything expanded. Reading the text again gives
 * the same words in the same blocks.
 */
public final class ConfigurationPrinter {

    /** What a secret looks like; the same for each, so that not even its length is told. */
    public static final String MASK = "********";

    private static final String INDENT = "    ";

    /** A line that begins with one of these would be more than a statement. */
    private static final String LINE_MARKS = "@~;/";

    private final Set<String> secrets;
    private final Consumer<String> lines;

    private ConfigurationPrinter(Set<String> secrets, Consumer<String> lines) {
        this.secrets = secrets;
        this.lines = lines;
    }

    /**
     * Prints a tree.
     *
     * @param secrets keywords whose arguments are masked, such as {@code auth_pass}
     * @param lines takes the lines, which have no line ends
     */
    public static void print(
            List<Statement> statements, Set<String> secrets, Consumer<String> lines) {
        new ConfigurationPrinter(secrets, lines).print(statements, "");
    }

    private void print(List<Statement> statements, String indent) {
        for (Statement statement : statements) {
            String text = indent + text(statement);
            if (statement.hasBlock()) {
                lines.accept(text + " {");
                // The reader limits how deep blocks may stand in each other.
                print(statement.body(), indent + INDENT);
                lines.accept(indent + "}");
            } else {
                lines.accept(text);
            }
        }
    }

    private String text(Statement statement) {
        String keyword = statement.keyword();
        if (secrets.contains(keyword)) {
            return keyword + " " + MASK;
        }
        String text = statement.text();
        if (isMoreThanAStatement(text)) {
            // Quoting one character changes no word.
            return '"' + text.substring(0, 1) + '"' + protectComments(text.substring(1));
        }
        return protectComments(text);
    }

    private static boolean isMoreThanAStatement(String text) {
        return (!text.isEmpty() && LINE_MARKS.indexOf(text.charAt(0)) >= 0)
                || Definitions.Line.of(text).isPresent();
    }

    /** Keeps comment characters that are text from beginning a comment. */
    private static String protectComments(String text) {
        StringBuilder protectedText = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (!quoted && (c == '#' || c == '!')) {
                protectedText.append(c == '#' ? "${_HASH}" : "${_BANG}");
                continue;
            }
            protectedText.append(c);
            if (Text.isEscape(text, at) && (quoted || isQuoteOrBackslash(text.charAt(at + 1)))) {
                protectedText.append(text.charAt(++at));
            } else if (c == '"') {
                quoted = !quoted;
            }
        }
        return protectedText.toString();
    }

    private static boolean isQuoteOrBackslash(char c) {
        return c == '"' || c == '\\';
    }
}
