package org.ninelives.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Collects measurements and shows them: a table to read, and the same as TSV for other programs.
 */
final class Table implements Report {

    private static final String HEADER =
            "case\tmeasured\tunit\tproduct\trounds\tmin\tmedian\tmax\tratio of medians";

    private final String title;
    private final Product reference;
    private final Map<Question, Map<Product, List<Double>>> answers = new LinkedHashMap<>();

    /**
     * What is measured.
     *
     * @param situation what was done
     * @param measured what was measured then
     * @param unit its unit
     */
    record Question(String situation, String measured, String unit) {}

    /**
     * @param reference the product whose median is 1 in the ratios
     */
    Table(String title, Product reference) {
        this.title = title;
        this.reference = reference;
    }

    /** Adds one measurement. */
    void add(Question question, Product product, double value) {
        answers.computeIfAbsent(question, q -> new LinkedHashMap<>())
                .computeIfAbsent(product, p -> new ArrayList<>())
                .add(value);
    }

    @Override
    public void print(PrintStream out) {
        out.printf("%n%s%n", title);
        String situation = "";
        for (Map.Entry<Question, Map<Product, List<Double>>> answer : answers.entrySet()) {
            Question question = answer.getKey();
            if (!question.situation().equals(situation)) {
                situation = question.situation();
                out.printf("%n %s%n%-34s", situation, "");
                out.printf("%8s%10s%10s%10s%8s%n", "rounds", "min", "median", "max", "ratio");
            }
            out.printf("  %s, %s%n", question.measured(), question.unit());
            for (Product product : answer.getValue().keySet()) {
                out.printf("    %-30s", product.name());
                out.println(row("%8d%10.1f%10.1f%10.1f%8s", product, answer.getValue()));
            }
        }
        out.flush();
    }

    @Override
    public void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(HEADER);
        answers.forEach(
                (question, products) -> {
                    for (Product product : products.keySet()) {
                        lines.add(
                                String.join(
                                        "\t",
                                        question.situation(),
                                        question.measured(),
                                        question.unit(),
                                        product.name(),
                                        row("%d\t%.3f\t%.3f\t%.3f\t%s", product, products)));
                    }
                });
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, lines);
    }

    /** Rounds, minimum, median, maximum and ratio in this format. */
    private String row(String format, Product product, Map<Product, List<Double>> products) {
        List<Double> values = products.get(product);
        Statistics own = Statistics.of(values);
        return String.format(
                Locale.ROOT,
                format,
                values.size(),
                own.min(),
                own.median(),
                own.max(),
                ratio(own, product, products));
    }

    private String ratio(Statistics own, Product product, Map<Product, List<Double>> products) {
        if (product.equals(reference) || !products.containsKey(reference)) {
            return "";
        }
        double other = Statistics.of(products.get(reference)).median();
        // Differences may be negative: their ratio says nothing.
        return own.min() > 0 && other > 0
                ? String.format(Locale.ROOT, "%.2f", own.median() / other)
                : "";
    }
}
