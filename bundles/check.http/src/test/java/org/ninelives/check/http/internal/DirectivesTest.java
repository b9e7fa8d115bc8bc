package org.ninelives.check.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninelives.api.check.CheckKeywords;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.GrammarListing;
import org.ninelives.testkit.ConfigurationText;
import org.ninelives.testkit.network.CheckText;

/** Every keyword is used rightly and wrongly once. */
class DirectivesTest {

    private static final String NOTE = "note: ";

    /** One line of the table. */
    record Row(String block, String keyword, String right, String wrong, String complaint) {

        static Row of(String line) {
            String[] cells = line.split("\t", -1);
            return new Row(cells[0], cells[1], cells[2], cells[3], cells[4]);
        }

        /** What is said about a use in its block. */
        List<String> problems(String use) {
            String lines = use.replace("{ ", "{\n").replace(" }", "\n}");
            return switch (block) {
                case "check" -> check(lines + "\nurl {\npath /\n}");
                case "url" -> check("url {\npath /\n" + lines + "\n}\nurl {\npath /\n}");
                case "SSL" ->
                        ConfigurationText.of(
                                        "SSL {\n" + lines + "\n}\n",
                                        new SslGet().root(),
                                        BlockGrammar.none())
                                .lines();
                default -> throw new IllegalStateException(block);
            };
        }

        private static List<String> check(String lines) {
            return CheckText.read(new SslGet(), lines).problems();
        }

        @Override
        public String toString() {
            return block + " " + keyword;
        }
    }

    static Stream<Row> rows() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/directives/http.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Row::of);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aRightUseIsTaken(Row row) {
        if (row.right.startsWith(NOTE)) {
            assertThat(row.problems(row.right.substring(NOTE.length())))
                    .singleElement()
                    .asString()
                    .startsWith("NOTE")
                    .contains(row.keyword);
        } else {
            assertThat(row.problems(row.right)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aWrongUseIsTold(Row row) {
        assertThat(row.problems(row.wrong))
                .filteredOn(problem -> !problem.startsWith("NOTE"))
                .singleElement()
                .asString()
                .contains(row.keyword + ": ")
                .contains(row.complaint);
    }

    @Test
    void theTableHasEveryKeyword() throws IOException {
        List<String> known = new ArrayList<>(GrammarListing.rows(new SslGet().grammar()));
        known.removeAll(GrammarListing.rows(CheckKeywords.connecting()));
        known.addAll(GrammarListing.rows(new SslGet().root()));
        known.remove("(root)\tSSL");
        assertThat(rows().map(row -> row.block.replace("check", "(root)") + "\t" + row.keyword))
                .containsExactlyInAnyOrderElementsOf(known);
    }
}
