package org.ninelives.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * One line for each run, with everything measured in it: a table to read, and the same as TSV for
 * other programs.
 */
final class Grid implements Report {

    private final String title;
    private final List<String> columns;
    private final List<Row> rows = new ArrayList<>();

    private record Row(String situation, String product, List<Double> values) {}

    /**
     * An empty one.
     *
     * @param columns what is measured, with the unit
     */
    Grid(String title, List<String> columns) {
        this.title = title;
        this.columns = columns;
    }

    /**
     * Adds a run.
     *
     * @param values one for each column; NaN where there is none
     */
    void add(String situation, Product product, List<Double> values) {
        if (values.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "%d values for %d columns".formatted(values.size(), columns.size()));
        }
        rows.add(new Row(situation, product.name(), List.copyOf(values)));
    }

    @Override
    public void print(PrintStream out) {
        out.printf("%n%s%n", title);
        String situation = "";
        for (Row row : rows) {
            if (!row.situation().equals(situation)) {
                situation = row.situation();
                out.printf("%n %s%n%-14s", situation, "");
                columns.forEach(column -> out.printf("  %s", column));
                out.println();
            }
            out.printf("  %-12s", row.product());
            for (int i = 0; i < columns.size(); i++) {
                String width = "  %" + columns.get(i).length() + "s";
                out.printf(width, shown(row.values().get(i)));
            }
            out.println();
        }
        out.flush();
    }

    /**
     * Shows some columns once more, as a table of Markdown.
     *
     * @param told their names
     */
    void printMarkdown(PrintStream out, List<String> told) {
        List<Integer> places = told.stream().map(columns::indexOf).toList();
        out.println();
        out.println("| | | " + String.join(" | ", told) + " |");
        out.println("|---|---|" + "--:|".repeat(told.size()));
        for (Row row : rows) {
            List<String> cells = new ArrayList<>(List.of(row.situation(), row.product()));
            places.forEach(place -> cells.add(shown(row.values().get(place))));
            out.println("| " + String.join(" | ", cells) + " |");
        }
        out.flush();
    }

    @Override
    public void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(line("case", "product", columns, column -> column));
        for (Row row : rows) {
            lines.add(line(row.situation(), row.product(), row.values(), Grid::shown));
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, lines);
    }

    private static <T> String line(
            String situation, String product, List<T> cells, Function<T, String> text) {
        List<String> words = new ArrayList<>(List.of(situation, product));
        cells.stream().map(text).forEach(words::add);
        return String.join("\t", words);
    }

    private static String shown(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        String format = value == Math.rint(value) ? "%.0f" : Math.abs(value) < 10 ? "%.2f" : "%.1f";
        return String.format(Locale.ROOT, format, value);
    }
}
