package org.ninelives.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {

    private static final Product OURS = new Product("Ninelives", List.of("ninelived"));
    private static final Product THEIRS = new Product("keepalived", List.of("keepalived"));
    private static final Table.Question WAIT = new Table.Question("a stop", "the wait", "ms");

    @TempDir Path folder;

    private final Table table = new Table("Stops", THEIRS);

    @Test
    void eachProductIsComparedWithTheReference() throws IOException {
        table.add(WAIT, OURS, 10);
        table.add(WAIT, OURS, 30);
        table.add(WAIT, THEIRS, 40);

        assertThat(written())
                .contains("a stop\tthe wait\tms\tNinelives\t2\t10.000\t20.000\t30.000\t0.50")
                .contains("a stop\tthe wait\tms\tkeepalived\t1\t40.000\t40.000\t40.000\t");
    }

    @Test
    void differencesThatMayBeNegativeHaveNoRatio() throws IOException {
        table.add(WAIT, OURS, -1);
        table.add(WAIT, THEIRS, 2);

        assertThat(written())
                .contains("a stop\tthe wait\tms\tNinelives\t1\t-1.000\t-1.000\t-1.000\t");
    }

    private List<String> written() throws IOException {
        Path file = folder.resolve("table.tsv");
        table.write(file);
        return Files.readAllLines(file);
    }
}
