package org.ninelives.vrrp.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.net.InterfaceName;

class SharedSettingsTest {

    private static final InterfaceName ETH0 = new InterfaceName("eth0");

    private static final String INSTANCE =
            """
            vrrp_instance A {
            interface eth0
            virtual_router_id 1
            no_virtual_ipaddress
            %s
            }
            """;

    @ParameterizedTest
    @CsvSource({
        "0.5 1, '', 0.5, 1.0, 0",
        "2.5 1, '', 1.99, 1.0, 1",
        "1 1, down_timer_adverts 1, 0, 0, 1",
        "5 1, advert_int 3, 5.0, 1.0, 0"
    })
    void linkDelaysStayBelowWhatAPeerMayMiss(
            String written, String line, double down, double up, int problems) {
        ConfigText text =
                ConfigText.of(
                        INSTANCE.formatted(line)
                                + "interface_up_down_delays {\neth0 "
                                + written
                                + "\n}");

        assertThat(text.settings().globals().debounce())
                .isEqualTo(
                        Map.of(ETH0, new Debounce(Math.round(down * 1e9), Math.round(up * 1e9))));
        assertThat(text.problems()).hasSize(problems);
    }

    @Test
    void aMissingDelayForUpIsZeroAndSaysSo() {
        ConfigText text = ConfigText.of("interface_up_down_delays {\neth0 2\n}");

        assertThat(text.settings().globals().debounce())
                .isEqualTo(Map.of(ETH0, new Debounce(2_000_000_000L, 0)));
        assertThat(text.problems()).singleElement().asString().contains("it is 0");
    }

    @Test
    void anInterfaceIsInOneGarpGroupOnly() {
        ConfigText text =
                ConfigText.of(
                        """
                        global_defs { vrrp_gna_interval 0.5 }
                        garp_group {
                        garp_interval 1
                        interfaces {
                        eth0
                        eth1
                        }
                        }
                        garp_group { interface eth0 }
                        """);

        assertThat(text.settings().globals().pace().groups())
                .containsExactly(
                        new GarpGroup(
                                Set.of(ETH0, new InterfaceName("eth1")),
                                1_000_000_000L,
                                500_000_000L));
        assertThat(text.problems())
                .anyMatch(problem -> problem.contains("eth0 is already in a garp_group"));
    }

    @Test
    void staticThingsKnowWhoDependsOnThem() {
        ConfigText text =
                ConfigText.of(
                        INSTANCE.formatted("")
                                + """
                                track_group T { group { A } }
                                static_ipaddress {
                                10.1.0.1/24 track_group T
                                10.1.0.2/24 dev eth3
                                }
                                static_routes { 10.2.0.0/16 dev eth0 track_group T }
                                static_rules { from 10.3.0.0/16 iif eth0 preference 9 table 7 track_group U }
                                """);

        StaticSettings statics = text.settings().statics();
        assertThat(statics.addresses())
                .extracting(entry -> entry.entry() + " " + entry.instances())
                .containsExactly("10.1.0.1/24 dev eth0 [A]", "10.1.0.2/24 dev eth3 []");
        assertThat(statics.routes().getFirst().instances()).containsExactly("A");
        assertThat(statics.rules().getFirst().instances()).isEmpty();
        assertThat(text.problems())
                .singleElement()
                .asString()
                .contains("static_rules: there is no track_group U");
    }

    @Test
    void rulesWithoutPreferenceCountDownOverTheWholeFile() {
        ConfigText text =
                ConfigText.of(
                        INSTANCE.formatted(
                                        "virtual_rules { from 10.0.0.1 table 1\n"
                                                + "from 10.0.0.2 table 1 }")
                                + "static_rules { from 10.0.0.3 table 1 }");

        assertThat(text.settings().instances().getFirst().routing().rules().toString())
                .contains("16384")
                .contains("16383");
        assertThat(text.settings().statics().rules().toString()).contains("16382");
    }

    @ParameterizedTest
    @CsvSource({"MTU, 4500", "ADVERT, 312", "70000, 70000"})
    void aPolicyBecomesBytes(String policy, int bytes) {
        ConfigText text =
                ConfigText.of(
                        "global_defs { vrrp_rx_bufs_policy "
                                + policy
                                + " }\n"
                                + INSTANCE.formatted("virtual_ipaddress { 10.0.0.1 }"));

        assertThat(text.instance().transport().receiveBuffer().bytes(1500)).hasValue(bytes);
    }

    @Test
    void anIntervalOfZeroIsNone() {
        ConfigText text =
                ConfigText.of("global_defs { vrrp_garp_interval 0\nvrrp_gna_interval 0 }");

        assertThat(text.problems()).isEmpty();
        assertThat(text.settings().globals().pace()).isEqualTo(PaceSettings.NONE);
    }
}
