package org.ninelives.vrrp.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ninelives.api.management.EncapDetails;
import org.ninelives.api.management.NextHopDetails;
import org.ninelives.api.management.RouteDetails;
import org.ninelives.api.management.RuleDetails;
import org.ninelives.api.management.TrackerWeightDetails;
import org.ninelives.api.management.VirtualAddressDetails;
import org.ninelives.api.management.VrrpInstanceDetails;
import org.ninelives.api.management.VrrpRoutingDetails;
import org.ninelives.api.management.VrrpSyncGroupDetails;
import org.ninelives.vrrp.settings.ConfigText;
import org.ninelives.vrrp.settings.VrrpSettings;

class DetailsTest {

    private static final String CONFIGURATION =
            """
            vrrp_sync_group G {
                group {
                    VI_2
                    VI_1
                }
                notify_fault "/bin/f group"
                smtp_alert
            }
            vrrp_instance VI_1 {
                state MASTER
                interface eth0
                virtual_router_id 51
                priority 100
                garp_master_delay 3
                authentication {
                    auth_type PASS
                    auth_pass 1111
                }
                virtual_ipaddress {
                    10.0.0.1/24 label eth0:1 brd 10.0.0.255
                }
                virtual_ipaddress_excluded {
                    10.0.0.2/32 dev eth1
                }
                notify_master "/bin/m 1"
                notify "/bin/any"
                virtual_routes {
                    10.9.0.0/16 via 10.0.0.9 dev eth0 mtu lock 1400 metric 7 table 50
                    10.8.0.0/16 nexthop via 10.0.0.8 weight 3 nexthop via 10.0.0.9 onlink dev eth0
                    unreachable 10.7.0.0/16
                    10.6.0.0/16 dev eth0 encap ip id 5 dst 10.0.0.3 ttl 4
                }
                virtual_rules {
                    from 10.1.0.0/16 to 10.2.0.0/24 fwmark 5/15 goto 1800 preference 1000
                    not to 10.3.0.0/16 realms 3/4 table 33 preference 1001 suppress_prefixlength 16
                    uidrange 10-20 ipproto 6 dport 443-444 prohibit preference 1002
                }
            }
            vrrp_instance VI_2 {
                interface eth0
                virtual_router_id 52
                priority 100
                nopreempt
                track_interface {
                    eth1
                }
                virtual_ipaddress {
                    10.0.0.3/24
                }
            }
            """;

    private final VrrpSettings settings = ConfigText.of(CONFIGURATION).settings();

    @Test
    void anInstanceTellsWhatItIsAskedToBe() {
        VrrpInstanceDetails details = Details.ofInstance(settings, "VI_1");

        assertThat(details.place()).isEqualTo(1);
        assertThat(details.syncGroup()).isEqualTo("G");
        assertThat(details.initiallyMaster()).isTrue();
        assertThat(details.preempt()).isTrue();
        assertThat(details.authentication()).isEqualTo("PASS");
        assertThat(details.garpDelayMillis()).isEqualTo(3000);
        assertThat(details.multicastGroup()).isEqualTo("224.0.0.18");
        assertThat(details.scripts())
                .containsEntry("MASTER", "'/bin/m' '1'")
                .containsEntry("ANY", "'/bin/any'")
                .hasSize(2);
        assertThat(details.addresses())
                .containsExactly(
                        new VirtualAddressDetails(
                                "10.0.0.1/24", "eth0", 0, "10.0.0.255", "eth0:1", "", true),
                        new VirtualAddressDetails("10.0.0.2/32", "eth1", 0, "", "", "", false));
    }

    @Test
    void placesFollowTheFile() {
        VrrpInstanceDetails details = Details.ofInstance(settings, "VI_2");

        assertThat(details.place()).isEqualTo(2);
        assertThat(details.initiallyMaster()).isFalse();
        assertThat(details.preempt()).isFalse();
        assertThat(details.authentication()).isEqualTo("NONE");
        assertThat(details.trackers())
                .containsExactly(new TrackerWeightDetails("interface", "eth1", 0, false));
    }

    @Test
    void aGroupTellsItsMembersInTheirOrder() {
        VrrpSyncGroupDetails details = Details.ofGroup(settings, "G");

        assertThat(details.place()).isEqualTo(1);
        assertThat(details.members()).containsExactly("VI_2", "VI_1");
        assertThat(details.smtpAlert()).isTrue();
        assertThat(details.scripts()).containsEntry("FAULT", "'/bin/f' 'group'").hasSize(1);
    }

    @Test
    void whatIsGoneHasNoPlace() {
        assertThat(Details.ofInstance(settings, "VI_9").place()).isZero();
        assertThat(Details.ofGroup(settings, "H").place()).isZero();
    }

    @Test
    void routesAreAsTheyAreWritten() {
        List<RouteDetails> routes = Details.routing(settings, "VI_1").routes();

        assertThat(routes)
                .extracting(RouteDetails::type, RouteDetails::destination)
                .containsExactly(
                        tuple("unicast", "10.9.0.0/16"),
                        tuple("unicast", "10.8.0.0/16"),
                        tuple("unreachable", "10.7.0.0/16"),
                        tuple("unicast", "10.6.0.0/16"));
        assertThat(routes.getFirst().metrics()).isEqualTo(Map.of("mtu", 1400L));
        assertThat(routes.getFirst().lockedMetrics()).containsExactly("mtu");
        assertThat(routes.getFirst().metric()).isEqualTo(7);
        assertThat(routes.getFirst().table()).isEqualTo(50);
        assertThat(routes.get(1).nextHops())
                .extracting(NextHopDetails::gateway, NextHopDetails::weight, NextHopDetails::onlink)
                .containsExactly(tuple("10.0.0.8", 3, false), tuple("10.0.0.9", 1, true));
        assertThat(routes.get(2).nextHops()).isEmpty();
        assertThat(routes.getLast().nextHops().getFirst().encap())
                .isEqualTo(new EncapDetails("ip", List.of(), 5, "10.0.0.3", "", 0, 4, 0, 0));
        assertThat(Details.routing(settings, "VI_2")).isEqualTo(VrrpRoutingDetails.NONE);
    }

    @Test
    void rulesAreAsTheyAreWritten() {
        List<RuleDetails> rules = Details.routing(settings, "VI_1").rules();

        assertThat(rules)
                .extracting(RuleDetails::action, RuleDetails::target, RuleDetails::preference)
                .containsExactly(
                        tuple("goto", 1800L, 1000L),
                        tuple("lookup", 33L, 1001L),
                        tuple("prohibit", 0L, 1002L));
        assertThat(rules)
                .extracting(RuleDetails::from, RuleDetails::to, RuleDetails::inverted)
                .containsExactly(
                        tuple("10.1.0.0/16", "10.2.0.0/24", false),
                        tuple("", "10.3.0.0/16", true),
                        tuple("", "", false));
        assertThat(rules.getFirst().mark()).isEqualTo(5);
        assertThat(rules.getFirst().markMask()).isEqualTo(15);
        assertThat(rules.get(1).realmSource()).isEqualTo(3);
        assertThat(rules.get(1).suppressPrefixLength()).isEqualTo(16);
        assertThat(rules.getLast().firstUser()).isEqualTo(10);
        assertThat(rules.getLast().lastDestinationPort()).isEqualTo(444);
    }
}
