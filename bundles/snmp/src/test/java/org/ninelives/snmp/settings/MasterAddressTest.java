package org.ninelives.snmp.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MasterAddressTest {

    @ParameterizedTest
    @CsvSource({
        "/run/agentx, unix:/run/agentx",
        "unix:/var/agentx/master, unix:/var/agentx/master",
        "tcp:localhost:705, tcp:localhost:705",
        "tcp:10.0.0.1, tcp:10.0.0.1:705",
        "udp:1.2.3.4:1705, udp:1.2.3.4:1705",
        "tcp:[::1]:705, tcp:[::1]:705",
        "udp:[fe80::1], udp:[fe80::1]:705"
    })
    void eachFormOfKeepalivedIsRead(String written, String read) {
        assertThat(MasterAddress.of(written)).hasToString(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "agentx",
                "unix:agentx",
                "tcp:",
                "tcp:h:",
                "tcp:h:0",
                "udp:h:65536",
                "tcp:::1:705"
            })
    void anythingElseIsRefusedWithASentence(String written) {
        assertThatThrownBy(() -> MasterAddress.of(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(" is no");
    }
}
