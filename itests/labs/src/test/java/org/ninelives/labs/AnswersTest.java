package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Options of the assembled product that answer and end; they need no network and no rights. */
@Tag("lab")
class AnswersTest {
    private static final Path TUTORIALS =
            Path.of("../../bundles/config/src/test/resources/tutorials").toAbsolutePath();

    @TempDir private Path folder;

    /**
     * Each tutorial, as its reader would wish: status 0 where nothing is wrong, 6 where scripts run
     * without enable_script_security, 5 where a mistake costs a line or a block, 4 where nothing of
     * an instance is left to run; one error for each mistake. keepalived 2.2.7 answers 5 for most
     * of them, because it wants the interface and the scripts to be on the machine that tests, and
     * has a line for each line of an unknown block.
     */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    annotated-sample.conf          , 5, 1
                    default-sample.conf            , 5, 1
                    dual-master-first-unclosed.conf, 5, 1
                    dual-master-second.conf        , 0, 0
                    global-defs.conf               , 0, 0
                    haproxy-unicast.conf           , 6, 0
                    http-or-ssl-check-outline.conf , 5, 1
                    misc-check-outline.conf        , 5, 1
                    nginx-script.conf              , 6, 0
                    nopreempt-backup.conf          , 0, 0
                    nopreempt-master.conf          , 0, 0
                    nopreempt-outline.conf         , 4, 2
                    notify-backup.conf             , 6, 1
                    real-server-outline.conf       , 5, 1
                    script-user-outline.conf       , 5, 2
                    single-vip-backup.conf         , 0, 0
                    single-vip-master-unclosed.conf, 5, 1
                    sync-groups.conf               , 5, 5
                    tcp-check-outline.conf         , 5, 1
                    two-nodes-backup.conf          , 0, 0
                    two-nodes-master.conf          , 0, 0
                    unicast-backup.conf            , 5, 1
                    unicast-master.conf            , 0, 0
                    unicast-outline.conf           , 4, 2
                    virtual-server-unclosed.conf   , 4, 4
                    virtual-server.conf            , 0, 0
                    vrrp-instance-outline.conf     , 5, 2
                    web-service-backup.conf        , 0, 0
                    web-service-master.conf        , 0, 0
                    web-service-script.conf        , 6, 0
                    load-balancer/keepalived.conf  , 6, 0
                    """)
    void aTutorialHasOneErrorForEachMistake(String name, int status, int errors) {
        Finished test = Answer.of("-t", "-f", TUTORIALS.resolve(name).toString());

        assertThat(test.status()).as(test.toString()).isEqualTo(status);
        assertThat(test.lines().stream().filter(line -> line.endsWith("[error]")))
                .as(test.toString())
                .hasSize(errors);
        assertThat(test.lines().getLast())
                .contains(test.lines().size() == 1 ? "is fine" : errors + " error");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tracked-service/a.conf",
                "tracked-service/b.conf",
                "checked-service/a.conf",
                "checked-service/b.conf"
            })
    void aSampleOfSeveralBundlesIsFine(String name) {
        Path sample = Path.of("../../config", name);

        Finished test = Answer.of("-t", "-f", sample.toAbsolutePath().normalize().toString());

        assertThat(test.status()).as(test.toString()).isZero();
        assertThat(test.lines()).singleElement().asString().contains("is fine");
    }

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../../config"))) {
            return files.filter(file -> file.toString().endsWith(".conf")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleHasNoKeywordThatNobodyHandles(Path sample) {
        Finished test = Answer.of("-t", "-f", sample.toAbsolutePath().normalize().toString());

        assertThat(test.lines())
                .as(test.toString())
                .noneMatch(line -> line.contains("unknown keyword"))
                .noneMatch(line -> line.contains("no installed bundle"));
    }

    @Test
    void aFileOfNulsIsNoConfigurationThatRuns() throws IOException {
        Path file = Files.write(folder.resolve("lost.conf"), new byte[4096]);

        Finished test = Answer.of("-t", "-f", file.toString());

        assertThat(test.status()).isEqualTo(5);
        assertThat(test.lines().stream().filter(line -> line.endsWith("[error]")))
                .singleElement()
                .asString()
                .contains("lost.conf:1: ", "NUL");
    }

    @Test
    void thePrintedConfigurationReadsBackTheSame() throws IOException {
        Files.createDirectory(folder.resolve("conf.d"));
        Files.writeString(
                folder.resolve("conf.d/vi.conf"),
                """
                vrrp_instance VI_$NUMBER {
                    interface eth0
                    virtual_router_id $NUMBER
                    priority 10$NUMBER
                    authentication {
                        auth_type PASS
                        auth_pass "a b#c"
                    }
                    virtual_ipaddress {
                        ~SEQ(i,40,42) 10.0.0.${i}/24 dev eth0 label "eth0:1"
                    }
                }
                """);
        Path file =
                Files.writeString(
                        folder.resolve("k.conf"),
                        """
                        global_defs { # one line
                            router_id lb01 }
                        $NUMBER=1
                        include conf.d/*.conf
                        @other vrrp_instance NOT_HERE { }
                        """);

        Finished first = Answer.of("--print-config", "-i", "here", "-f", file.toString());
        assertThat(first.status()).as(first.toString()).isZero();
        assertThat(first.lines())
                .contains("vrrp_instance VI_1 {")
                .noneMatch(line -> line.contains("include") || line.contains("NOT_HERE"))
                .filteredOn(line -> line.contains("/24 dev eth0"))
                .hasSize(3);

        Path printed = Files.writeString(folder.resolve("printed.conf"), first.output());
        assertThat(Answer.of("--print-config", "-f", printed.toString())).isEqualTo(first);
        assertThat(Answer.of("-t", "-i", "here", "-f", file.toString()).status()).isZero();
        assertThat(Answer.of("-t", "-f", printed.toString()).status()).isZero();
    }
}
