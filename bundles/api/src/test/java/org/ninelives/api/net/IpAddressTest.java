package org.ninelives.api.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IpAddressTest {

    @Test
    void addressesOfTheSameBitsAreEqual() {
        assertThat(IpAddress.of("10.0.0.1"))
                .isEqualTo(IpAddress.ofIpv4(0x0a00_0001))
                .hasSameHashCodeAs(IpAddress.ofIpv4(0x0a00_0001));
        assertThat(IpPrefix.of("fe80::1/64"))
                .isEqualTo(new IpPrefix(IpAddress.of("fe80:0::1"), 64))
                .hasSameHashCodeAs(new IpPrefix(IpAddress.of("fe80:0::1"), 64));
    }

    @Test
    void addressesThatDifferInOnePartAreNotEqual() {
        assertThat(IpAddress.of("::1"))
                .isNotEqualTo(IpAddress.of("0.0.0.1"))
                .isNotEqualTo(IpAddress.of("::2"))
                .isNotEqualTo(IpAddress.of("1::1"))
                .isNotEqualTo(null);
        assertThat(IpPrefix.of("10.0.0.1/24"))
                .isNotEqualTo(IpPrefix.of("10.0.0.1/25"))
                .isNotEqualTo(IpPrefix.of("10.0.0.2/24"));
    }

    @Test
    void neighbouringAddressesAreSpreadOverATable() {
        Set<Integer> places = new HashSet<>();
        for (int network = 0; network < 8; network++) {
            for (int group = 1; group <= 250; group++) {
                for (int host = 1; host <= 10; host++) {
                    int hash =
                            IpAddress.ofIpv4(0x0a00_0000 | network << 16 | group << 8 | host)
                                    .hashCode();
                    places.add((hash ^ hash >>> 16) & 0x7fff); // as java.util.HashMap places it
                }
            }
        }

        assertThat(places).hasSizeGreaterThan(14_000); // of 20 000 at random 15 000
    }
}
