package org.ninelives.vrrp.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninelives.api.ipvs.SyncInterface;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.config.Position;

class SyncInterfacesTest {

    private static List<SyncInterface> read(String first, String second) {
        return ConfigText.of(
                        """
                        vrrp_instance VI_1 {
                            %s
                        }
                        vrrp_instance VI_2 {
                            %s
                        }
                        """
                                .formatted(first, second))
                .syncInterfaces();
    }

    @Test
    void everyVirtualRouterThatNamesOneIsThere() {
        assertThat(read("interface eth0", "lvs_sync_daemon_interface eth1"))
                .containsExactly(
                        new SyncInterface(
                                "VI_2", new InterfaceName("eth1"), new Position("vrrp.conf", 5)));
    }

    @Test
    void whatIsNoInterfaceIsNotThere() {
        assertThat(read("lvs_sync_daemon_interface", "lvs_sync_daemon_interface a/b")).isEmpty();
    }
}
