package org.ninelives.vrrp.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VrrpSettingsTest {

    private static VrrpSettings settings(int priorityOfSecond) {
        return ConfigText.of(
                        """
                        vrrp_instance VI_1 {
                            interface eth0
                            virtual_router_id 1
                            virtual_ipaddress {
                                192.0.2.1
                            }
                        }
                        vrrp_instance VI_2 {
                            interface eth0
                            virtual_router_id 2
                            priority %d
                            virtual_ipaddress {
                                192.0.2.2
                            }
                        }
                        """
                                .formatted(priorityOfSecond))
                .settings();
    }

    @Test
    void whatIsAsItWasIsTheSameObject() {
        VrrpSettings earlier = settings(100);
        VrrpSettings later = settings(90);

        VrrpSettings shared = later.sharing(earlier);

        assertThat(shared).isEqualTo(later);
        assertThat(shared.instances().get(0)).isSameAs(earlier.instances().get(0));
        assertThat(shared.instances().get(1)).isSameAs(later.instances().get(1));
    }

    @Test
    void withoutEarlierSettingsNothingIsShared() {
        VrrpSettings first = settings(100);

        assertThat(first.sharing(VrrpSettings.NONE)).isEqualTo(first);
    }
}
