package org.ninelives.vrrp.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.MacAddress;
import org.ninelives.api.system.VirtualLinkKind;
import org.ninelives.api.system.VirtualLinkRequest;

class VirtualInterfacesTest {

    private static ConfigText instanceWith(String address, String lines) {
        return ConfigText.of(
                """
                vrrp_instance VI_1 {
                interface eth0
                virtual_router_id 51
                virtual_ipaddress { %s }
                %s
                }
                """
                        .formatted(address, lines));
    }

    private static VirtualInterface own(ConfigText text) {
        return text.instance().virtualInterfaces().own().orElseThrow();
    }

    private static List<String> names(VirtualLinkRequest request) {
        return request.names().stream().map(InterfaceName::name).toList();
    }

    @Test
    void aBareUseVmacFollowsTheRfc() {
        ConfigText text = instanceWith("10.0.0.1", "use_vmac");

        VirtualLinkRequest link = own(text).link();
        assertThat(text.problems()).isEmpty();
        assertThat(names(link)).startsWith("vrrp.51", "vrrp1.51").hasSize(10);
        assertThat(link.parent()).hasToString("eth0");
        assertThat(link.kind())
                .isEqualTo(new VirtualLinkKind.Macvlan(new MacAddress(0x0000_5e00_0133L)));
        assertThat(link.ipv6()).isFalse();
        assertThat(own(text).transmitOnBase()).isFalse();
    }

    @Test
    void ipv6HasItsOwnMacAndNames() {
        VirtualLinkRequest link = own(instanceWith("fe80::1", "use_vmac")).link();

        assertThat(names(link)).startsWith("vrrp.51", "vrrp6.51", "vrrp1.51").hasSize(10);
        assertThat(link.kind())
                .isEqualTo(new VirtualLinkKind.Macvlan(new MacAddress(0x0000_5e00_0233L)));
        assertThat(link.ipv6()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "vip0, vip0, eth0",
        "vip0 eth5, vip0, eth5",
        "02:00:00:00:00:07 vip0, vip0, eth0",
        "group 3, vrrp.51, eth0"
    })
    void nameAndBaseAreWords(String words, String name, String base) {
        VirtualLinkRequest link = own(instanceWith("10.0.0.1", "use_vmac " + words)).link();

        assertThat(names(link)).startsWith(name);
        assertThat(link.parent()).hasToString(base);
    }

    @Test
    void withoutInterfaceTheLastWordIsTheOneBelow() {
        ConfigText text =
                ConfigText.of(
                        """
                        vrrp_instance A {
                        virtual_router_id 1
                        use_vmac eth5
                        no_virtual_ipaddress
                        }
                        """);

        assertThat(text.instance().key().interfaceName()).contains(new InterfaceName("eth5"));
        assertThat(names(own(text).link())).startsWith("vrrp.1");
    }

    @ParameterizedTest
    @CsvSource({
        "use_vmac a b c, c is too much",
        "use_vmac 01:00:00:00:00:01, is a multicast address",
        "use_vmac 00:00:5e:00, is not an interface name",
        "use_vmac group x, x is not a whole number",
        "use_ipvlan a b c, c is too much",
        "use_ipvlan fe80::1, is not of the family"
    })
    void wordsThatCannotBeAreNamed(String line, String problem) {
        assertThat(instanceWith("10.0.0.1", line).problems())
                .anyMatch(each -> each.contains(problem));
    }

    @Test
    void unicastAdvertsLeaveByTheInterfaceBelow() {
        ConfigText text = instanceWith("10.0.0.1", "use_vmac\nunicast_peer { 10.0.0.2 }");

        assertThat(own(text).transmitOnBase()).isTrue();
        assertThat(text.problems()).singleElement().asString().startsWith("NOTE");
    }

    @Test
    void anIpvlanNeedsAnAddress() {
        ConfigText without = instanceWith("10.0.0.1", "use_ipvlan");
        ConfigText with = instanceWith("10.0.0.1", "use_ipvlan 10.0.0.7/24 private");

        assertThat(without.problems()).singleElement().asString().contains("needs an address");
        assertThat(with.problems()).isEmpty();
        assertThat(own(with).link().kind())
                .isEqualTo(new VirtualLinkKind.Ipvlan(VirtualLinkKind.IpvlanFlag.PRIVATE));
        assertThat(own(with).address()).get().hasToString("10.0.0.7/24");
    }

    @Test
    void addressesElsewhereGetMacvlansOfTheirInterfaces() {
        ConfigText text =
                instanceWith(
                        "10.0.0.1\n10.0.1.1 dev eth1\n10.0.2.1 dev eth2 use_vmac", "use_vmac_addr");
        ConfigText single =
                instanceWith("10.0.0.1\n10.0.1.1 dev eth1\n10.0.2.1 dev eth2 use_vmac", "");

        assertThat(text.instance().virtualInterfaces().forAddresses())
                .containsOnlyKeys(new InterfaceName("eth1"), new InterfaceName("eth2"));
        assertThat(single.instance().virtualInterfaces().forAddresses())
                .containsOnlyKeys(new InterfaceName("eth2"));
        assertThat(single.instance().virtualInterfaces().own()).isEmpty();
    }
}
