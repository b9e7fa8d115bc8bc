package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    /** The blocks of which all keywords are known. */
    private static final Set<String> VRRP_BLOCKS =
            Set.of(
                    "vrrp_instance",
                    "vrrp_instance/authentication",
                    "vrrp_instance/auth_hmac",
                    "vrrp_sync_group",
                    "bfd_instance",
                    "ADDR-ENTRY",
                    "ROUTE-ENTRY",
                    "RULE-ENTRY",
                    "garp_group",
                    "track_group",
                    "track_file",
                    "vrrp_track_file",
                    "vrrp_track_process",
                    "vrrp_script",
                    "interface_up_down_delays");

    /** Rows of other blocks that concern virtual routers. */
    private static final Pattern VRRP_ROWS =
            Pattern.compile(
                    "\\(root\\)"
                        + "\t(bfd_instance|vrrp_(script|instance|sync_group)|static_.*|linkbeat_.*|track_group"
                        + "|track_file|vrrp_track_(file|process)"
                        + "|garp_group|interface_up_down_delays|global_defs)|global_defs"
                        + "\t(vrrp_.*|bfd_.*|vmac_.*|iproute_.*|m.._auto_priority.*"
                        + "|nftables(_priority|_ifindex|_counters)?|dynamic_interfaces"
                        + "|default_interface|disable_local_igmp|log_unknown_vrids"
                        + "|v3_checksum_as_v2|router_id|(lvs_)?notify_fifo(_script)?"
                        + "|fifo_write_vrrp_states_on_reload|smtp_.*"
                        + "|notification_email.*|no_email_faults|no_checker_emails|process_monitor_.*"
                        + "|script_user|enable_script_security|(startup|shutdown)_script.*|use_symlink_paths|set_supplementary_groups)");

    /** Keywords of Ninelives that keepalived does not have. */
    private static final Set<String> EXTENSIONS =
            Set.of(
                    "vrrp_instance\twitness",
                    "global_defs\tvrrp_witness",
                    "vrrp_instance\tnotify_pre_stop",
                    "vrrp_sync_group\tnotify_pre_stop",
                    "global_defs\tvrrp_notify_initial_backup",
                    "vrrp_instance\tnotify_initial_backup",
                    "vrrp_sync_group\tnotify_initial_backup",
                    "global_defs\tnotify_parallel",
                    "global_defs\tnotify_timeout",
                    "global_defs\tnotify_stop_timeout",
                    "global_defs\tnotify_pre_stop_timeout",
                    "global_defs\tnotify_webhook",
                    "global_defs/notify_webhook\ttimeout",
                    "global_defs/notify_webhook\tretries",
                    "global_defs/notify_webhook\theader",
                    "global_defs/notify_webhook\tsecret_header",
                    "global_defs\tsmtp_tls",
                    "global_defs\tsmtp_tls_trust",
                    "global_defs\tsmtp_user",
                    "global_defs\tsmtp_password",
                    "global_defs\tsmtp_queue_size",
                    "global_defs\tsmtp_retry_delay",
                    "global_defs\tsmtp_retry_limit",
                    "global_defs\tsmtp_digest_interval",
                    "global_defs\tsmtp_digest_after");

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
                    virtual-server-unclosed.conf   , 5, 1
                    virtual-server.conf            , 0, 0
                    vrrp-instance-outline.conf     , 5, 2
                    web-service-backup.conf        , 0, 0
                    web-service-master.conf        , 0, 0
                    web-service-script.conf        , 6, 0
                    load-balancer/keepalived.conf  , 6, 0
                    """)
    void aTutorialHasOneErrorForEachMistake(String name, int status, int errors) {
        Finished test = answer("-t", "-f", TUTORIALS.resolve(name).toString());

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

        Finished test = answer("-t", "-f", sample.toAbsolutePath().normalize().toString());

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
        Finished test = answer("-t", "-f", sample.toAbsolutePath().normalize().toString());

        assertThat(test.lines())
                .as(test.toString())
                .noneMatch(line -> line.contains("unknown keyword"))
                .noneMatch(line -> line.contains("no installed bundle"));
    }

    @Test
    void aFileOfNulsIsNoConfigurationThatRuns() throws IOException {
        Path file = Files.write(folder.resolve("lost.conf"), new byte[4096]);

        Finished test = answer("-t", "-f", file.toString());

        assertThat(test.status()).isEqualTo(5);
        assertThat(test.lines().stream().filter(line -> line.endsWith("[error]")))
                .singleElement()
                .asString()
                .contains("lost.conf:1: ", "NUL");
    }

    @Test
    void theGrammarIsSpelledAsKeepalivedsAndHasAllOfVrrp() throws IOException {
        List<String> keywords =
                Files.readAllLines(Path.of("src/test/resources/keywords.tsv")).stream()
                        .filter(line -> !line.startsWith("#"))
                        .toList();
        Set<String> known =
                keywords.stream()
                        .map(line -> line.substring(0, line.lastIndexOf('\t')))
                        .collect(Collectors.toSet());
        Set<String> vrrp =
                known.stream()
                        .filter(AnswersTest::concernsVirtualRouters)
                        .collect(Collectors.toSet());

        Finished grammar = answer("--print-grammar=tsv");

        assertThat(grammar.status()).isZero();
        assertThat(grammar.lines())
                .doesNotHaveDuplicates()
                .containsAll(vrrp)
                .contains("(file syntax)\tinclude", "(root)\tvrrp_instance")
                .filteredOn(row -> !EXTENSIONS.contains(row))
                .isSubsetOf(known);
        assertThat(vrrp).hasSizeGreaterThan(260);
    }

    private static boolean concernsVirtualRouters(String row) {
        return VRRP_BLOCKS.contains(row.substring(0, row.indexOf('\t')))
                || VRRP_ROWS.matcher(row).matches();
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

        Finished first = answer("--print-config", "-i", "here", "-f", file.toString());
        assertThat(first.status()).as(first.toString()).isZero();
        assertThat(first.lines())
                .contains("vrrp_instance VI_1 {")
                .noneMatch(line -> line.contains("include") || line.contains("NOT_HERE"))
                .filteredOn(line -> line.contains("/24 dev eth0"))
                .hasSize(3);

        Path printed = Files.writeString(folder.resolve("printed.conf"), first.output());
        assertThat(answer("--print-config", "-f", printed.toString())).isEqualTo(first);
        assertThat(answer("-t", "-i", "here", "-f", file.toString()).status()).isZero();
        assertThat(answer("-t", "-f", printed.toString()).status()).isZero();
    }

    private static Finished answer(String... options) {
        List<String> command = new ArrayList<>(Implementation.NINELIVES.program());
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return Command.finish(builder, "");
    }
}
