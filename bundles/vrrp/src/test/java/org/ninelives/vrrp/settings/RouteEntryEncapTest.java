package org.ninelives.vrrp.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.Route;
import org.ninelives.api.system.RouteEncap;

class RouteEntryEncapTest {

    private final EntryReading<VirtualRoute> reading =
            new EntryReading<>(RouteEntry.ofInstance(NameTable.wellKnown()));

    @Test
    void anIpTunnelIsRead() {
        assertThat(encap("ip id 0x10 dst 10.1.0.2 src 10.1.0.1 tos 4 ttl 64 flags 3"))
                .isEqualTo(
                        new RouteEncap.Ip(
                                16,
                                Optional.of(IpAddress.of("10.1.0.2")),
                                Optional.of(IpAddress.of("10.1.0.1")),
                                4,
                                64,
                                3));
        assertThat(encap("ip"))
                .isEqualTo(new RouteEncap.Ip(0, Optional.empty(), Optional.empty(), 0, 0, 0));
    }

    @Test
    void anIp6TunnelIsRead() {
        assertThat(encap("ip6 id 5 dst 2001:db8::2 src 2001:db8::1 tc 4 hoplimit 64 flags 1"))
                .isEqualTo(
                        new RouteEncap.Ip6(
                                5,
                                Optional.of(IpAddress.of("2001:db8::2")),
                                Optional.of(IpAddress.of("2001:db8::1")),
                                4,
                                64,
                                1));
    }

    @Test
    void labelsAreRead() {
        assertThat(encap("mpls 100/200/1048575"))
                .isEqualTo(new RouteEncap.Mpls(List.of(100, 200, 1_048_575)));
    }

    @Test
    void aLocatorIsRead() {
        assertThat(encap("ila 2001:db8:0:1")).isEqualTo(new RouteEncap.Ila(0x2001_0db8_0000_0001L));
    }

    @Test
    void theWordAfterATunnelIsTheRoutesAgain() {
        Route route =
                reading.read("10.9.0.0/16 encap ip id 1 dst 10.1.0.2 dev eth0 metric 5").route();
        assertThat(route.metric()).hasValue(5);
        assertThat(route.nextHops().getFirst().device().orElseThrow().name()).isEqualTo("eth0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    gre | encap gre is none of ip, ip6, mpls, ila
                    ip id x | encap id x is not a number in 0..9223372036854775807
                    ip dst 2001:db8::1 | encap dst 2001:db8::1 is not an IPv4 address
                    ip src x | encap src x is not an IP address
                    ip tos 256 | encap tos 256 is not a number in 0..255
                    ip ttl 256 | encap ttl 256 is not a number in 0..255
                    ip flags 65536 | encap flags 65536 is not a number in 0..65535
                    ip6 dst 10.1.0.1 | encap dst 10.1.0.1 is not an IPv6 address
                    ip6 tc 256 | encap tc 256 is not a number in 0..255
                    ip6 hoplimit 256 | encap hoplimit 256 is not a number in 0..255
                    mpls 1048576 | encap mpls label 1048576 is not a number in 0..1048575
                    mpls 5/ | encap mpls label  is not a number in 0..1048575
                    ila 1:2:3 | encap ila 1:2:3 is not a locator such as 2001:db8:0:1
                    ila 1:2:3:g | encap ila 1:2:3:g is not a locator such as 2001:db8:0:1
                    """)
    void aWrongEncapIsRefused(String words, String message) {
        assertThat(reading.tryRead("10.9.0.0/16 dev eth0 encap " + words)).isEmpty();
        assertThat(reading.messages()).containsExactly(message);
    }

    private RouteEncap encap(String words) {
        return reading.read("10.9.0.0/16 dev eth0 encap " + words)
                .route()
                .nextHops()
                .getFirst()
                .encap()
                .orElseThrow();
    }
}
