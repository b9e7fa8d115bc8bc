package org.ninelives.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GridTest {

    private static final Product OURS = new Product("Ninelives", List.of("ninelived"));
    private static final Product THEIRS = new Product("keepalived", List.of("keepalived"));

    @TempDir Path folder;

    private final Grid grid = new Grid("Adverts", List.of("gap ms", "missed"));

    @Test
    void eachRunIsALineWithItsValues() throws IOException {
        grid.add("one", OURS, List.of(12.34, 0.0));
        grid.add("one", THEIRS, List.of(1.234, Double.NaN));
        Path file = folder.resolve("new/grid.tsv");

        grid.write(file);

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "case\tproduct\tgap ms\tmissed",
                        "one\tNinelives\t12.3\t0",
                        "one\tkeepalived\t1.23\t-");
    }

    @Test
    void productsOfOneSituationStandBelowEachOther() {
        grid.add("one", OURS, List.of(12.34, 0.0));
        grid.add("one", THEIRS, List.of(1.234, 2.0));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        grid.print(new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "",
                        "Adverts",
                        "",
                        " one",
                        "                gap ms  missed",
                        "  Ninelives       12.3       0",
                        "  keepalived      1.23       2");
    }

    @Test
    void someColumnsAreToldForADocument() {
        grid.add("one", OURS, List.of(12.34, 0.0));
        grid.add("one", THEIRS, List.of(1.234, Double.NaN));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        grid.printMarkdown(
                new PrintStream(out, true, StandardCharsets.UTF_8), List.of("missed", "gap ms"));

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "",
                        "| | | missed | gap ms |",
                        "|---|---|--:|--:|",
                        "| one | Ninelives | 0 | 12.3 |",
                        "| one | keepalived | - | 1.23 |");
    }

    @Test
    void eachColumnNeedsItsValue() {
        List<Double> tooFew = List.of(1.0);

        assertThatThrownBy(() -> grid.add("one", OURS, tooFew))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 values for 2 columns");
    }
}
