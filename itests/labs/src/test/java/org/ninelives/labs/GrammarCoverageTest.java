package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The keywords that the assembled product knows, of which all are keepalived's or told to be ours.
 */
@Tag("lab")
class GrammarCoverageTest {

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

    private static final Set<String> LVS_BLOCKS =
            Set.of("SSL", "virtual_server_group", "virtual_server", "virtual_server/real_server");

    /** Rows of other blocks that concern load balancing. */
    private static final Pattern LVS_ROWS =
            Pattern.compile(
                    "virtual_server/real_server/.*"
                            + "|\\(root\\)\t(virtual_server(_group)?|SSL|net_namespace_ipvs)"
                            + "|global_defs\t(lvs_.*|checker_.*|rs_init_notifies|nftables_ipvs.*)");

    /** Words that any checker may have beside those of keepalived. */
    private static final Pattern OF_ANY_CHECKER =
            Pattern.compile(
                    "virtual_server/real_server/[A-Z]+_(CHECK|GET)(/host)?\t"
                            + "(check_timeout|rise|fall|nb_get_retry)");

    /** The table has these in place of the keywords of HTTP_GET, which SSL_GET has too. */
    private static final String AS_HTTP_GET =
            "virtual_server/real_server/SSL_GET\t(same as HTTP_GET)";

    private final Set<String> known = rows("keywords.tsv");
    private final Set<String> extensions = rows("extensions.tsv");
    private final Finished grammar = Answer.of("--print-grammar=tsv");

    /** Block and keyword of each line. */
    private static Set<String> rows(String table) {
        try {
            return Files.readAllLines(Path.of("src/test/resources", table)).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> cells[0] + "\t" + cells[1])
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyKeywordIsKeepalivedsOrToldToBeOurs() {
        assertThat(grammar.status()).isZero();
        assertThat(grammar.lines())
                .doesNotHaveDuplicates()
                .contains("(file syntax)\tinclude")
                .allMatch(this::isExplained);
    }

    private boolean isExplained(String row) {
        return OF_ANY_CHECKER.matcher(row).matches()
                || spellings(row)
                        .anyMatch(each -> known.contains(each) || extensions.contains(each));
    }

    /** HTTP_GET and SSL_GET have each other's words, of which the tables list one. */
    private static Stream<String> spellings(String row) {
        return Stream.of(
                row, row.replace("SSL_GET", "HTTP_GET"), row.replace("HTTP_GET", "SSL_GET"));
    }

    @Test
    void allOfVirtualRoutersIsKnown() {
        Set<String> vrrp = knownOf(VRRP_BLOCKS, VRRP_ROWS);

        assertThat(vrrp).hasSizeGreaterThan(260);
        assertThat(grammar.lines()).containsAll(vrrp);
    }

    @Test
    void allOfLoadBalancingIsKnown() {
        Set<String> balancing = knownOf(LVS_BLOCKS, LVS_ROWS);
        balancing.remove(AS_HTTP_GET);

        assertThat(balancing).hasSizeGreaterThan(200);
        assertThat(grammar.lines()).containsAll(balancing);
    }

    @Test
    void allOfReloadsIsKnown() {
        Set<String> reloads = knownOf(Set.of(), Pattern.compile("global_defs\treload_.*"));

        assertThat(reloads).hasSize(4);
        assertThat(grammar.lines()).containsAll(reloads);
    }

    @Test
    void allOfTheProcessIsKnown() {
        Set<String> process =
                knownOf(
                        Set.of(),
                        Pattern.compile(
                                "\\(root\\)"
                                    + "\t(net_namespace(_ipvs)?|namespace_with_ipsets|use_pid_dir|instance|child_wait_time)|global_defs"
                                    + "\tdata_use_instance"));

        assertThat(process).hasSize(7);
        assertThat(grammar.lines()).containsAll(process);
    }

    private Set<String> knownOf(Set<String> blocks, Pattern others) {
        return known.stream()
                .filter(
                        row ->
                                blocks.contains(row.substring(0, row.indexOf('\t')))
                                        || others.matcher(row).matches())
                .collect(Collectors.toSet());
    }

    @Test
    void everyExtensionIsInTheProduct() {
        assertThat(extensions)
                .isNotEmpty()
                .allMatch(row -> spellings(row).anyMatch(grammar.lines()::contains));
    }
}
