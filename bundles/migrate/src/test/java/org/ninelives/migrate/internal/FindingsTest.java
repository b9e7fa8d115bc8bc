package org.ninelives.migrate.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ninelives.config.Position;
import org.ninelives.config.Statement;
import org.ninelives.migrate.core.Assessment;
import org.ninelives.migrate.core.Finding;
import org.ninelives.migrate.core.Report;
import org.ninelives.migrate.core.Rule;
import org.ninelives.testkit.ConfigurationText;

/** The table of findings, held against configurations that it is about and one that it is not. */
class FindingsTest {

    private static final List<Rule> TABLE = MigrateCheck.table();
    private static final Statement NOTHING =
            Statement.block(new Position("machine", 0), "machine", List.of());

    @Test
    void everyRowHasANameOfItsOwnAndASentence() {
        assertThat(TABLE).extracting(Rule::id).doesNotHaveDuplicates();
        assertThat(TABLE)
                .allSatisfy(
                        rule -> {
                            assertThat(rule.sentence()).endsWith(".").doesNotContain("\t");
                            assertThat(rule.id())
                                    .startsWith(rule.group().name().toLowerCase(Locale.ROOT));
                        });
    }

    @Test
    void everyRowIsSaidWhereItIsDue() throws IOException {
        List<Statement> everything = ConfigurationText.statements(resource("everything.conf"));
        List<Statement> version3 = ConfigurationText.statements(resource("version3.conf"));
        List<String> said =
                Stream.of(everything, version3)
                        .flatMap(statements -> found(statements).stream())
                        .map(Finding::id)
                        .distinct()
                        .toList();

        assertThat(said).containsExactlyInAnyOrderElementsOf(TABLE.stream().map(Rule::id).toList());
    }

    @Test
    void aPlainPairHasNothingToWorryAbout() {
        List<Statement> plain =
                ConfigurationText.statements(
                        """
                        global_defs {
                            process_name keepalived
                        }
                        vrrp_instance VI_1 {
                            interface eth0
                            virtual_router_id 51
                            priority 100
                            virtual_ipaddress {
                                10.0.0.44/24
                            }
                        }
                        """);

        assertThat(assess(plain).status()).isZero();
        assertThat(Report.lines(assess(plain))).endsWith("Nothing to worry about.");
        assertThat(found(plain)).extracting(Finding::id).doesNotContain("differs.monitors");
    }

    @Test
    void aFindingTellsItsLinesAndNames() {
        List<Statement> servers =
                ConfigurationText.statements(
                        """
                        virtual_server 10.0.0.1 80 {
                            nat_mask 255.255.255.0
                        }
                        virtual_server 10.0.0.2 80 {
                            protocol TCP
                            nat_mask 255.255.255.0
                        }
                        virtual_server fwmark 3 {
                        }
                        """);
        List<String> lines = Report.lines(assess(servers));

        assertThat(lines).contains("   test.conf:2, 6").contains("   test.conf:1");
        assertThat(lines).anySatisfy(line -> assertThat(line).contains("servers 10.0.0.1 have no"));
    }

    private static List<Finding> found(List<Statement> statements) {
        return assess(statements).findings();
    }

    private static Assessment assess(List<Statement> statements) {
        return Assessment.of("test.conf", TABLE, statements, NOTHING, List.of());
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = FindingsTest.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
