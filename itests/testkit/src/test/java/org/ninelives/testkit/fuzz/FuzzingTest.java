package org.ninelives.testkit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FuzzingTest {

    private static final List<byte[]> CORPUS = List.of(new byte[] {1, 2, 3, 4}, new byte[] {9});

    @Test
    void theKeptInputsComeFirstAndThenDamageToThem() {
        List<String> seen = seen();

        assertThat(seen).hasSize(1002).startsWith("01020304", "09");
        assertThat(seen.stream().distinct().count()).isGreaterThan(500);
        assertThat(seen).anyMatch(input -> input.length() > 8).anyMatch(String::isEmpty);
    }

    @Test
    void everyRunIsTheSame() {
        assertThat(seen()).isEqualTo(seen());
    }

    @Test
    void aDefectNamesItsInput() {
        assertThatThrownBy(
                        () ->
                                Fuzzing.run(
                                        CORPUS,
                                        100_000,
                                        input -> {
                                            if (input.length == 3 && input[0] != 1) {
                                                input[0] = 0;
                                                throw new IllegalStateException("defect");
                                            }
                                        }))
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching("add this line to the corpus: (?!00)[0-9a-f]{6}")
                .hasRootCauseMessage("defect");
    }

    @Test
    void aCorpusIsUnpackedAndPacked(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("some.hex");
        Files.writeString(file, "# what it is\n01 02 03 # three bytes\n\nff\n");
        Corpus.main("unpack", file.toString(), folder.resolve("inputs").toString());

        assertThat(Corpus.read(file)).containsExactly(new byte[] {1, 2, 3}, new byte[] {-1});
        assertThat(folder.resolve("inputs/kept-0")).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(folder.resolve("inputs/kept-1")).hasBinaryContent(new byte[] {-1});
        assertThatThrownBy(() -> Corpus.main("unpack")).hasMessageContaining("FOLDER");
    }

    private static List<String> seen() {
        List<String> seen = new ArrayList<>();
        Fuzzing.run(CORPUS, 1000, input -> seen.add(HexFormat.of().formatHex(input)));
        return seen;
    }
}
