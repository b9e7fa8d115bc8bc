package org.ninelives.vrrp.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ninelives.api.management.TrackerWeightDetails;
import org.ninelives.api.management.VirtualAddressDetails;
import org.ninelives.api.management.VrrpInstanceDetails;
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
}
