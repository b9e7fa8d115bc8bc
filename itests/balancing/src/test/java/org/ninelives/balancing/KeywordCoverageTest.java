package org.ninelives.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every keyword of keepalived about load balancing stands in a scenario, so that the table of the
 * kernel is compared with keepalived's where it is in use. That the product knows all of them is
 * shown beside the table of keywords.
 */
class KeywordCoverageTest {
    private static final Path KEYWORDS = Path.of("../labs/src/test/resources/keywords.tsv");

    private static final Pattern OF_BALANCING =
            Pattern.compile(
                    "(SSL|virtual_server.*)\t.*"
                            + "|\\(root\\)\t(SSL|virtual_server(_group)?|net_namespace_ipvs)"
                            + "|global_defs\t(lvs_.*|checker_.*|rs_init_notifies|nftables_ipvs.*)");

    /** The table has this row in place of the keywords of HTTP_GET, which SSL_GET has too. */
    private static final String AS_HTTP_GET =
            "virtual_server/real_server/SSL_GET\t(same as HTTP_GET)";

    private static final String PAGE = "virtual_server/real_server/HTTP_GET/url\t";

    private static final String WITHOUT_NFTABLES =
            "the throw-away kernel has nftables for bridges only; the rules are held to their"
                    + " contract in the machine's kernel";

    private static final String WITHOUT_REGEX =
            "keepalived 2.2.7 ends hardly any check with a regex in the throw-away kernel; what a"
                    + " regex finds is shown beside HTTP_GET";

    /** Keywords in no scenario, each with the reason. */
    private static final Map<String, String> EXCEPTIONS =
            Map.of(
                    "global_defs\tnftables_ipvs",
                    WITHOUT_NFTABLES,
                    "global_defs\tnftables_ipvs_priority",
                    WITHOUT_NFTABLES,
                    "global_defs\tnftables_ipvs_start_fwmark",
                    WITHOUT_NFTABLES,
                    PAGE + "regex",
                    WITHOUT_REGEX,
                    PAGE + "regex_no_match",
                    WITHOUT_REGEX,
                    PAGE + "regex_options",
                    WITHOUT_REGEX,
                    PAGE + "regex_min_offset",
                    WITHOUT_REGEX,
                    PAGE + "regex_max_offset",
                    WITHOUT_REGEX,
                    PAGE + "regex_stack",
                    WITHOUT_REGEX,
                    "(root)\tnet_namespace_ipvs",
                    "a director has one network namespace; that IPVS alone is in another"
                            + " is shown beside its engine");

    @Test
    void everyKeywordStandsInAScenario() throws IOException {
        Set<String> missing = keywords();
        missing.removeAll(written());

        assertThat(missing).isEqualTo(EXCEPTIONS.keySet());
    }

    @Test
    void theTableHasThemAll() throws IOException {
        assertThat(keywords()).hasSizeGreaterThan(240);
    }

    @Test
    void keywordsCountInTheirOwnBlock() {
        String text =
                """
                virtual_server_group G {
                    10.0.0.1 80
                    10.0.0.2-3 80
                    10.0.1.0/30 80
                    fwmark 7
                }

                virtual_server group G {
                    retry 1
                    real_server 10.1.0.1 80 {
                        TCP_CHECK {
                        }
                        weight 3
                    }
                }
                """;

        assertThat(WrittenKeywords.in(text))
                .containsExactlyInAnyOrder(
                        "(root)\tvirtual_server_group",
                        "virtual_server_group\t(address entry)",
                        "virtual_server_group\t(range entry)",
                        "virtual_server_group\t(network entry)",
                        "virtual_server_group\tfwmark",
                        "(root)\tvirtual_server",
                        "virtual_server\tretry",
                        "virtual_server\treal_server",
                        "virtual_server/real_server\tTCP_CHECK",
                        "virtual_server/real_server\tweight");
    }

    private static Set<String> keywords() throws IOException {
        try (Stream<String> lines = Files.lines(KEYWORDS)) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(line -> line.substring(0, line.lastIndexOf('\t')))
                    .filter(row -> OF_BALANCING.matcher(row).matches())
                    .filter(row -> !row.equals(AS_HTTP_GET))
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> written() {
        return Stream.of("services", "servers")
                .flatMap(folder -> Scenario.readAll(Tables.FOLDER.resolve(folder)).stream())
                .flatMap(scenario -> scenario.steps().stream())
                .flatMap(step -> WrittenKeywords.in(step.text()).stream())
                .collect(Collectors.toSet());
    }
}
