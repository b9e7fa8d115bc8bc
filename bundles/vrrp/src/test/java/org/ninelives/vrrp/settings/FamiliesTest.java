package org.ninelives.vrrp.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.net.IpAddress;
import org.ninelives.vrrp.wire.Authentication;

class FamiliesTest {

    private static String instance(String name, String lines) {
        return """
        vrrp_instance %s {
        interface eth0
        virtual_router_id 1
        %s
        }
        """
                .formatted(name, lines);
    }

    @Test
    void theFirstAddressDecidesAndOthersAreOnlyOwned() {
        InstanceSettings instance =
                ConfigText.of(
                                instance(
                                        "A",
                                        """
                                        virtual_ipaddress {
                                        fe80::1
                                        10.0.0.1/24
                                        2001:db8::1/64
                                        }
                                        virtual_ipaddress_excluded { 10.0.0.2 }
                                        """))
                        .instance();

        assertThat(instance.key().family()).isEqualTo(IpAddress.Family.IPV6);
        assertThat(instance.key().group()).contains(IpAddress.of("ff02::12"));
        assertThat(instance.router().version()).isEqualTo(3);
        assertThat(instance.advertised()).hasToString("[fe80::1/128, 2001:db8::1/64]");
        assertThat(instance.excluded())
                .extracting(VirtualAddress::address)
                .containsExactly(IpAddress.of("10.0.0.2"), IpAddress.of("10.0.0.1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
                    version 2                                  ~ IPV6 ~ 2
                    version 3                                  ~ IPV6 ~ 3
                    version 2 ; strict_mode ; accept           ~ IPV6 ~ 3
                    no_virtual_ipaddress                       ~ IPV6 ~ 3
                    """)
    void version2OverIpv6IsForThoseWhoSaySo(String lines, IpAddress.Family family, int version) {
        InstanceSettings instance =
                ConfigText.of(
                                instance(
                                        "A",
                                        lines.replace(" ; ", "\n")
                                                + "\nvirtual_ipaddress { fe80::1 }"))
                        .instance();

        assertThat(instance.key().family()).isEqualTo(family);
        assertThat(instance.router().version()).isEqualTo(version);
    }

    @Test
    void withoutAddressTheSourceOrAPeerTellsTheFamily() {
        InstanceSettings bySource =
                ConfigText.of(instance("A", "no_virtual_ipaddress\nmcast_src_ip fe80::9"))
                        .instance();
        InstanceSettings byPeer =
                ConfigText.of(instance("A", "no_virtual_ipaddress\nunicast_peer { 2001:db8::2 }"))
                        .instance();

        assertThat(bySource.key().family()).isEqualTo(IpAddress.Family.IPV6);
        assertThat(byPeer.advert().peers()).hasSize(1);
        assertThat(byPeer.key().family()).isEqualTo(IpAddress.Family.IPV6);
    }

    @Test
    void bothFamiliesHaveTheirOwnVrids() {
        ConfigText text =
                ConfigText.of(
                        instance("A", "virtual_ipaddress { 10.0.0.1 }")
                                + instance("B", "virtual_ipaddress { fe80::1 }")
                                + instance("C", "virtual_ipaddress { fe80::2 }"));

        assertThat(text.settings().instances())
                .extracting(InstanceSettings::name)
                .containsExactly("A", "B");
        assertThat(text.problems()).singleElement().asString().contains("belongs to B");
    }

    @Test
    void aPasswordIsNotForIpv6() {
        ConfigText text =
                ConfigText.of(
                        instance(
                                "A",
                                "version 2\nvirtual_ipaddress { fe80::1 }\n"
                                        + "authentication { auth_type AH\nauth_pass x }"));

        assertThat(text.instance().advert().authentication()).isEqualTo(Authentication.NONE);
        assertThat(text.problems()).anyMatch(problem -> problem.contains("auth_hmac can do it"));
    }

    @Test
    void anIpv6AddressOfNoNetworkIsNoSourceAndIsNotAskedFor() {
        InstanceSettings instance =
                ConfigText.of(
                                instance(
                                        "A",
                                        """
                                        virtual_ipaddress {
                                        fe80::1
                                        2001:db8::1/64
                                        2001:db8::2 preferred_lft forever -nodad
                                        }
                                        """))
                        .instance();

        assertThat(instance.advertised())
                .extracting(address -> address.options().preferredSeconds())
                .containsExactly(0L, AddressOptions.FOREVER, AddressOptions.FOREVER);
        assertThat(instance.advertised())
                .extracting(address -> address.options().flags().isEmpty())
                .as("without NO_DAD")
                .containsExactly(false, false, true);
        assertThat(instance.advertised().getLast())
                .hasToString("2001:db8::2/128 -nodad preferred_lft forever");
    }

    @Test
    void unicastWithASourceNeedsNoInterface() {
        ConfigText text =
                ConfigText.of(
                        """
                        global_defs { default_interface eth7 }
                        vrrp_instance A {
                        virtual_router_id 1
                        unicast_src_ip 10.0.0.1
                        unicast_peer { 10.0.0.2 }
                        virtual_ipaddress { 10.0.0.9/24 }
                        }
                        """);

        assertThat(text.problems()).isEmpty();
        assertThat(text.instance().key().interfaceName()).isEmpty();
        assertThat(text.instance().advertised().getFirst().device().map(Object::toString))
                .isEqualTo(Optional.of("eth7"));
    }

    @Test
    void anInstanceWithoutPeersMulticastsOrIsHeld() {
        ConfigText multicast =
                ConfigText.of(instance("A", "no_virtual_ipaddress\nunicast_peer {\n}"));
        ConfigText held =
                ConfigText.of(
                        instance(
                                "A",
                                "no_virtual_ipaddress\nunicast_fault_no_peer\nunicast_peer {\n}"));

        assertThat(multicast.instance().key().group()).isPresent();
        assertThat(multicast.problems()).singleElement().asString().contains("deprecated");
        assertThat(held.instance().heldInFault()).isPresent();
        assertThat(held.instance().key().group()).isEmpty();
        assertThat(held.problems()).isEmpty();
    }
}
