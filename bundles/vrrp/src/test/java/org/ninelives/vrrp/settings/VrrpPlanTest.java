package org.ninelives.vrrp.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.configuration.PlannedChange;

class VrrpPlanTest {

    private static VrrpSettings settings(String globals, String lines, String root) {
        return ConfigText.of(
                        """
                        global_defs {
                        %s
                        }
                        vrrp_instance A {
                        interface eth0
                        virtual_router_id 1
                        no_virtual_ipaddress
                        %s
                        }
                        %s
                        """
                                .formatted(globals, lines, root))
                .settings();
    }

    private static List<String> changes(VrrpSettings from, VrrpSettings to) {
        return VrrpPlan.changes(from, to).stream().map(PlannedChange::toString).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
                    priority 150               ~ priority 100 -> 150
                    virtual_ipaddress { 10.0.0.1 no_track } ~ virtual_ipaddress [] -> [10.0.0.1/32 no_track]
                    virtual_routes { 10.2.0.0/16 dev eth0 } ~ virtual_routes [] -> [VirtualRoute
                    use_vmac                   ~ virtual interface - -> VirtualInterface
                    no_accept                  ~ accept true -> false
                    track_interface { eth1 }   ~ track_interface [] -> [eth1]
                    witness 10.0.0.9           ~ witness - -> 10.0.0.9 timeout 1.0
                    garp_master_delay 1        ~ garp 5 after 5.0s
                    unicast_peer { 10.0.0.2 }  ~ REMOVE
                    """)
    void aChangeOfAnInstanceIsToldInItsWords(String line, String change) {
        assertThat(changes(settings("", "", ""), settings("", line, "")))
                .anyMatch(each -> each.contains(change));
    }

    @Test
    void everySettingThatDiffersIsTold() {
        VrrpSettings plain = settings("", "", "");
        List<String> lines =
                List.of(
                        "debug 1",
                        "notify_deleted",
                        "promote_secondaries",
                        "down_timer_adverts 4",
                        "skip_check_adv_addr",
                        "dont_track_primary",
                        "kernel_rx_buf_size 9999");

        for (String line : lines) {
            VrrpSettings other = settings("", line, "");
            assertThat(VrrpPlan.changes(plain, other))
                    .as(line)
                    .singleElement()
                    .satisfies(
                            change ->
                                    assertThat(change.detail().isEmpty())
                                            .isEqualTo(plain.equals(other)));
        }
    }

    @Test
    void groupsStaticsAndGlobalsAreToldToo() {
        VrrpSettings before =
                settings(
                        "", "", "static_ipaddress { 10.9.0.1 }\nvrrp_sync_group G { group { A } }");
        VrrpSettings after =
                settings(
                        "log_unknown_vrids",
                        "",
                        """
                        static_ipaddress { 10.9.0.2 }
                        vrrp_sync_group G {
                        sync_group_tracking_weight
                        group { A }
                        }
                        """);

        assertThat(changes(before, after))
                .containsExactly(
                        "KEEP vrrp_instance A",
                        "CHANGE vrrp_sync_group G: sync_group_tracking_weight false -> true",
                        "ADD static_ipaddress 10.9.0.2/32 dev eth0",
                        "REMOVE static_ipaddress 10.9.0.1/32 dev eth0",
                        "CHANGE global_defs of VRRP: log_unknown_vrids false -> true");
        assertThat(changes(after, after)).allMatch(change -> change.startsWith("KEEP"));
    }
}
