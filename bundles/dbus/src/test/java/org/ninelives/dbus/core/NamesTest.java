package org.ninelives.dbus.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.notify.VrrpState;

/** Paths and states as keepalived has them. */
class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "eth0, 51, IPv4, /org/keepalived/Vrrp1/Instance/eth0/51/IPv4",
        "eth0.7, 52, IPv6, /org/keepalived/Vrrp1/Instance/eth0_7/52/IPv6",
        "br-lan, 255, IPv4, /org/keepalived/Vrrp1/Instance/br_lan/255/IPv4",
    })
    void aPathHasInterfaceIdentifierAndFamily(
            String interfaceName, int identifier, String family, String path) {
        assertThat(ObjectPaths.instance(interfaceName, identifier, family)).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "INIT, 0, Init",
        "BACKUP, 1, Backup",
        "MASTER, 2, Master",
        "FAULT, 3, Fault",
        "DELETED, 97, Deleted",
        "STOP, 98, Stop",
    })
    void eachStateHasANumberAndAWord(VrrpState state, int number, String word) {
        assertThat(Standing.of(state)).isEqualTo(new Standing(number, word));
    }

    @Test
    void noStateIsLeftOut() {
        assertThat(VrrpState.values()).hasSize(6);
    }
}
