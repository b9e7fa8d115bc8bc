package org.ninelives.lvs.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.CheckedServer;
import org.ninelives.api.check.CheckerBlock;
import org.ninelives.api.check.CheckerType;
import org.ninelives.api.check.Probe;
import org.ninelives.api.check.ProbeMethod;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.GrammarListing;
import org.ninelives.config.grammar.Keyword;

/** Every keyword of load balancing is used rightly and wrongly once. */
class DirectivesTest {

    private static final String NOTE = "note: ";

    /** A checker that shows what the servers around it say for their checks. */
    private record ShowingChecker() implements CheckerType {

        private record Around(CheckedServer server) implements ProbeMethod {

            @Override
            public CheckResult run(Probe probe) {
                return CheckResult.passed("");
            }
        }

        @Override
        public String keyword() {
            return "SHOW_CHECK";
        }

        @Override
        public String help() {
            return "shows what is around it";
        }

        @Override
        public BlockGrammar grammar() {
            return BlockGrammar.none();
        }

        @Override
        public List<Check> read(CheckerBlock block) {
            return List.of(block.probing(new Around(block.server())));
        }
    }

    private static final List<CheckerType> CHECKERS = List.of(new ShowingChecker());

    /** One line of the table. */
    record Row(
            String block,
            String keyword,
            String right,
            String shows,
            String wrong,
            String complaint) {

        static Row of(String line) {
            String[] cells = line.split("\t", -1);
            return new Row(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]);
        }

        /** A configuration in which the directive stands in its block. */
        ConfigText text(String use) {
            String lines = use.replace(" ; ", "\n");
            return switch (block) {
                case "(root)" -> config("", "", "", "", lines);
                case "global_defs" -> config(lines, "", "", "", "");
                case "virtual_server_group" -> config("", lines, "", "", "");
                case "virtual_server" -> config("", "", lines, "", "");
                case "virtual_server/real_server" -> config("", "", "", lines, "");
                default -> throw new AssertionError("block " + block);
            };
        }

        private static ConfigText config(
                String globals, String group, String virtual, String real, String root) {
            return ConfigText.of(
                    """
                    global_defs {
                    %s
                    }
                    virtual_server_group G {
                    10.0.0.2 80
                    %s
                    }
                    virtual_server group G {
                    protocol TCP
                    real_server 192.168.0.2 80 { }
                    }
                    virtual_server 10.0.0.1 80 {
                    protocol TCP
                    %s
                    real_server 192.168.0.2 80 {
                    %s
                    SHOW_CHECK { }
                    }
                    }
                    %s
                    """
                            .formatted(globals, group, virtual, real, root),
                    CHECKERS);
        }

        @Override
        public String toString() {
            return block + " " + keyword;
        }
    }

    static Stream<Row> rows() throws IOException {
        try (InputStream table = DirectivesTest.class.getResourceAsStream("/directives/lvs.tsv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).map(Row::of).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aRightUseShowsInTheSettings(Row row) {
        ConfigText plain = row.text("");
        ConfigText used = row.text(row.right());

        assertThat(used.problems()).noneMatch(problem -> problem.startsWith("ERROR"));
        if (row.shows().equals("=")) {
            assertThat(used.settings()).isEqualTo(plain.settings());
        } else if (row.shows().startsWith(NOTE)) {
            assertThat(used.problems())
                    .anyMatch(
                            problem ->
                                    problem.startsWith("NOTE")
                                            && problem.contains(row.keyword() + ": ")
                                            && problem.contains(
                                                    row.shows().substring(NOTE.length())));
        } else {
            assertThat(used.settings().toString()).contains(row.shows());
            assertThat(plain.settings().toString()).doesNotContain(row.shows());
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aWrongUseIsComplainedAbout(Row row) {
        if (row.wrong().equals("-")) {
            assertThat(row.shows()).startsWith(NOTE);
            return;
        }
        assertThat(row.text(row.wrong()).problems())
                .anyMatch(problem -> problem.contains(row.complaint()));
    }

    @Test
    void theTableHasEveryKeywordOnce() throws IOException {
        BlockGrammar root =
                BlockGrammar.of(
                        Stream.<Keyword<?>>concat(
                                        new LvsGrammar(List.of()).root().keywords().stream(),
                                        Stream.of(
                                                Keyword.block(
                                                        "global_defs",
                                                        LvsGrammar.globalDefs(),
                                                        "defaults")))
                                .toList());
        Set<String> known =
                GrammarListing.rows(root).stream()
                        .filter(row -> !row.equals("(root)\tglobal_defs"))
                        .collect(Collectors.toSet());

        assertThat(rows().map(row -> row.block() + "\t" + row.keyword()))
                .containsExactlyInAnyOrderElementsOf(known);
    }
}
