package org.ninelives.vrrp.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.GrammarListing;
import org.ninelives.config.grammar.Keyword;

/** Every keyword of VRRP is used rightly and wrongly once. */
class DirectivesTest {

    /** Lines beside which a directive shows itself, where a plain instance does not do. */
    private static final Map<String, String> COMPANY =
            Map.of(
                    "", "virtual_ipaddress { 10.0.0.44/24 }",
                    "ipv6", "virtual_ipaddress { fe80::44 }",
                    "vmac", "no_virtual_ipaddress ; use_vmac",
                    "owner", "no_virtual_ipaddress ; priority 255",
                    "addr", "virtual_ipaddress { 10.0.0.44/24 use_vmac }",
                    "static", "no_virtual_ipaddress",
                    "uplink",
                            "no_virtual_ipaddress ; unicast_src_ip 10.0.0.1 ;"
                                    + " unicast_peer { 10.0.0.2 }");

    private static final Set<String> ELSEWHERE = Set.of("ROUTE-ENTRY", "RULE-ENTRY");

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
        ConfigText text(String use, String company) {
            String lines = onLines(use);
            String beside = onLines(COMPANY.get(company));
            return switch (block) {
                case "(root)" -> config("", "", beside, lines);
                case "global_defs" ->
                        config(
                                lines,
                                "",
                                beside,
                                company.equals("static") ? "static_ipaddress { 10.9.0.1 }" : "");
                case "vrrp_instance" -> config("", lines, beside, "");
                case "vrrp_instance/authentication" ->
                        config(
                                "",
                                "authentication {\nauth_type PASS\nauth_pass x\n" + lines + "\n}",
                                beside,
                                "");
                case "vrrp_instance/auth_hmac" ->
                        config(
                                "",
                                "auth_hmac {\nkey 1 "
                                        + "k".repeat(32)
                                        + "\nactive_key 1\n"
                                        + lines
                                        + "\n}",
                                beside,
                                "");
                case "ADDR-ENTRY" ->
                        keyword.equals("track_group")
                                ? config(
                                        "",
                                        "",
                                        beside,
                                        "track_group T { group { VI_1 } }\nstatic_ipaddress {\n"
                                                + lines
                                                + "\n}")
                                : config("", "virtual_ipaddress {\n" + lines + "\n}", "", "");
                case "vrrp_sync_group" ->
                        config(
                                "",
                                "",
                                beside,
                                "vrrp_instance VI_2 {\ninterface eth1\nvirtual_router_id 2\n"
                                        + "no_virtual_ipaddress\n}\nvrrp_sync_group G {\n"
                                        + "group { VI_2 }\n"
                                        + lines
                                        + "\n}");
                case "track_group" -> config("", "", beside, "track_group T {\n" + lines + "\n}");
                case "garp_group" ->
                        config("", "", beside, "garp_group {\ninterface eth0\n" + lines + "\n}");
                case "interface_up_down_delays" ->
                        config("", "", beside, "interface_up_down_delays {\n" + lines + "\n}");
                default -> throw new AssertionError("block " + block);
            };
        }

        private static String onLines(String statements) {
            return statements.replace(" ; ", "\n");
        }

        private ConfigText config(String globals, String lines, String beside, String root) {
            String on = beside.contains("unicast_src_ip") ? "" : "interface eth0";
            return ConfigText.of(
                    """
                    global_defs {
                    %s
                    }
                    vrrp_instance VI_1 {
                    %s
                    virtual_router_id 51
                    %s
                    %s
                    }
                    %s
                    """
                            .formatted(globals, on, beside, lines, root));
        }

        @Override
        public String toString() {
            return block + " " + keyword;
        }
    }

    static Stream<Row> rows() throws IOException {
        try (InputStream table = DirectivesTest.class.getResourceAsStream("/directives/vrrp.tsv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).map(Row::of).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aRightUseShowsInTheSettings(Row row) {
        List<String> shows = Arrays.asList(row.shows().split(": ", 2));
        boolean note = shows.getFirst().equals("note");
        String company = shows.size() == 2 && !note ? shows.getFirst() : "";
        ConfigText plain = row.block().equals("(root)") ? row.text("", "") : row.text("", company);
        ConfigText used = row.text(row.right(), company);

        assertThat(used.problems()).noneMatch(problem -> problem.startsWith("ERROR"));
        if (row.shows().equals("=")) {
            assertThat(used.settings()).isEqualTo(plain.settings());
        } else if (row.shows().equals("hidden")) {
            assertThat(used.settings())
                    .isNotEqualTo(plain.settings())
                    .hasToString(plain.settings().toString());
        } else if (note) {
            assertThat(used.problems())
                    .anyMatch(problem -> problem.startsWith("NOTE"))
                    .anyMatch(isAbout(row, shows.getLast()));
        } else {
            assertThat(used.settings().toString()).contains(shows.getLast());
            assertThat(plain.settings().toString()).doesNotContain(shows.getLast());
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aWrongUseIsComplainedAbout(Row row) {
        if (row.wrong().equals("-")) {
            assertThat(row.shows()).startsWith("note: ");
            return;
        }
        assertThat(row.text(row.wrong(), "").problems())
                .anyMatch(problem -> problem.contains(row.complaint()));
    }

    private static Predicate<String> isAbout(Row row, String message) {
        return problem -> problem.contains(row.keyword() + ": ") && problem.contains(message);
    }

    @Test
    void theTableHasEveryKeywordOnce() throws IOException {
        BlockGrammar root =
                BlockGrammar.of(
                        Stream.concat(
                                        SettingsReader.ROOT.keywords().stream(),
                                        Stream.of(
                                                Keyword.block(
                                                        "global_defs",
                                                        SettingsReader.GLOBAL_DEFS,
                                                        "defaults")))
                                .toList());
        Set<String> known =
                GrammarListing.rows(root).stream()
                        .filter(row -> !ELSEWHERE.contains(row.substring(0, row.indexOf('\t'))))
                        .filter(row -> !row.equals("(root)\tglobal_defs"))
                        .collect(Collectors.toSet());

        assertThat(rows().map(row -> row.block() + "\t" + row.keyword()))
                .containsExactlyInAnyOrderElementsOf(known);
    }
}
