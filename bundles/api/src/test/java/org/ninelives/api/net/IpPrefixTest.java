package org.ninelives.api.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IpPrefixTest {

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3/0, 0.0.0.0/0",
        "10.1.2.3/8, 10.0.0.0/8",
        "10.1.2.255/25, 10.1.2.128/25",
        "255.255.255.255/31, 255.255.255.254/31",
        "10.1.2.3/32, 10.1.2.3/32",
        "2001:db8::5/0, ::/0",
        "2001:db8:ffff::5/33, 2001:db8:8000::/33",
        "2001:db8::5/64, 2001:db8::/64",
        "2001:db8::ff/126, 2001:db8::fc/126",
        "2001:db8::5/128, 2001:db8::5/128"
    })
    void aNetworkHasNoHostBits(String prefix, String network) {
        assertThat(IpPrefix.of(prefix).network()).hasToString(network);
    }
}
