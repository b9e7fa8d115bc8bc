package org.ninelives.migrate.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ninelives.config.Position;
import org.ninelives.config.Statement;

/**
 * One row of the table: what it is about, and what is said of it. In the sentence {@code {names}}
 * stands for the first words after the keywords and {@code {words}} for the keywords.
 */
public record Rule(String id, Group group, Weight weight, Touch touch, String sentence) {

    private static final int COLUMNS = 5;
    private static final int NAMES_MAX = 6;

    /**
     * Reads the table: columns with a tab between them, lines with {@code #} are comments.
     *
     * @throws IllegalArgumentException if a row is none; the message has the row
     */
    public static List<Rule> parse(String table) {
        return table.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Rule::row)
                .toList();
    }

    private static Rule row(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != COLUMNS) {
            throw new IllegalArgumentException("not five columns: " + line);
        }
        return new Rule(
                columns[0],
                Group.valueOf(columns[1].toUpperCase(Locale.ROOT)),
                Weight.valueOf(columns[2].toUpperCase(Locale.ROOT)),
                Touch.parse(columns[3]),
                columns[4]);
    }

    /** What it says of these statements, if it is about any. */
    Optional<Finding> applyTo(List<Statement> statements) {
        List<Statement> touched = touch.in(statements);
        if (touched.isEmpty()) {
            return Optional.empty();
        }
        List<Position> positions = touched.stream().map(Statement::position).distinct().toList();
        String text =
                sentence.replace("{names}", list(touched.stream().map(Rule::name).toList()))
                        .replace(
                                "{words}", list(touched.stream().map(Statement::keyword).toList()));
        return Optional.of(new Finding(id, group, weight, text, positions));
    }

    private static String name(Statement statement) {
        return statement.arguments().isEmpty()
                ? statement.keyword()
                : statement.arguments().getFirst();
    }

    private static String list(List<String> words) {
        List<String> distinct = new ArrayList<>(words.stream().distinct().toList());
        if (distinct.size() > NAMES_MAX) {
            String more = "and " + (distinct.size() - NAMES_MAX) + " more";
            distinct.subList(NAMES_MAX, distinct.size()).clear();
            distinct.add(more);
        }
        return String.join(", ", distinct);
    }
}
