package org.ninelives.lvs.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the lines of groups stand for. */
class GroupTableTest {

    private static ConfigText group(String... lines) {
        return ConfigText.of(
                "virtual_server_group G {\n"
                        + String.join("\n", lines)
                        + "\n}\nvirtual_server group G {\nprotocol TCP\nlb_kind TUN\n"
                        + "real_server 192.168.0.2 80 { }\n}\n");
    }

    private static List<String> services(String... lines) {
        return group(lines).virtualServer().services().stream()
                .map(service -> service.key().toString())
                .toList();
    }

    @Test
    void addressesRangesNetworksAndMarks() {
        assertThat(
                        services(
                                "10.0.0.1 80",
                                "10.0.0.2-4 8080",
                                "10.0.0.9-10.0.0.10 81",
                                "10.0.1.0/30 443",
                                "fwmark 7"))
                .containsExactly(
                        "[10.0.0.1]:tcp:80",
                        "[10.0.0.2]:tcp:8080",
                        "[10.0.0.3]:tcp:8080",
                        "[10.0.0.4]:tcp:8080",
                        "[10.0.0.9]:tcp:81",
                        "[10.0.0.10]:tcp:81",
                        "[10.0.1.0]:tcp:443",
                        "[10.0.1.1]:tcp:443",
                        "[10.0.1.2]:tcp:443",
                        "[10.0.1.3]:tcp:443",
                        "FWM 7");
    }

    @Test
    void theShortEndOfARangeIsHexadecimalInIpv6() {
        assertThat(services("2001:db8::fffe-ffff 80", "2001:db8::1:0/127 80", "fwmark 9 inet6"))
                .containsExactly(
                        "[2001:db8::fffe]:tcp:80",
                        "[2001:db8::ffff]:tcp:80",
                        "[2001:db8::1:0]:tcp:80",
                        "[2001:db8::1:1]:tcp:80",
                        "FWM6 9");
    }

    @Test
    void anAddressWrittenTwiceIsOneService() {
        assertThat(services("10.0.0.1 80", "10.0.0.1-2 80")).hasSize(2);
    }

    @Test
    void aRangeMayGoOverTheEndOfAnOctet() {
        assertThat(services("10.0.0.255-10.0.1.0 80"))
                .containsExactly("[10.0.0.255]:tcp:80", "[10.0.1.0]:tcp:80");
    }

    @Test
    void aGroupAsLargeAsItMayBe() {
        assertThat(services("10.0.0.0/16 80"))
                .hasSize(65_536)
                .last()
                .isEqualTo("[10.0.255.255]:tcp:80");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.300 80 | 10.0.0.300 is not an IP address",
                "10.0.0.1 99999 | 99999 is not in 0..65535",
                "10.0.0.5-4 80 | the range from 10.0.0.5 to 4 ends before it begins",
                "10.0.0.5-256 80 | 256 is not in 0..255",
                "10.0.0.5-x 80 | x is not an IP address",
                "10.0.0.5-2001:db8::1 80 | ends before it begins",
                "10.0.0.0-10.1.0.0 80 | 10.0.0.0-10.1.0.0 has more than 65536 addresses",
                "2001:db8::-2001:db9:: 80 | has more than 65536 addresses",
                "2001:db8::5-12345 80 | 12345 is not an IP address",
                "10.0.0.1/30 80 | 10.0.0.1/30 is not a network; the one it is in is 10.0.0.0/30",
                "10.0.0.0/33 80 | prefix length 33 is not in 0..32",
                "10.0.0.0/15 80 | 10.0.0.0/15 has more than 65536 addresses",
                "fwmark | a number in 1..4294967295 is missing",
                "fwmark 0 | 0 is not in 1..4294967295",
                "fwmark 7 ipv6 | ipv6 is none of inet|inet6",
                "10.0.0.1 80 90 | is too much and ignored",
            })
    void aWrongLineIsComplainedAbout(String line, String complaint) {
        assertThat(group("10.9.9.9 80", line).problems())
                .singleElement()
                .asString()
                .contains("test.conf:3: virtual_server_group: ")
                .contains(complaint);
    }

    @Test
    void aGroupIsOfOneFamily() {
        ConfigText text = group("10.0.0.1 80", "2001:db8::1 80", "fwmark 7 inet6");

        assertThat(text.virtualServer().services()).hasSize(1);
        assertThat(text.problems())
                .containsExactly(
                        "ERROR test.conf:3: virtual_server_group: is IPv6 among entries of IPv4; it"
                                + " is left out",
                        "ERROR test.conf:4: virtual_server_group: is IPv6 among entries of IPv4; it"
                                + " is left out");
    }

    @Test
    void theFirstOfTwoGroupsWithOneNameCounts() {
        ConfigText text =
                ConfigText.of(
                        """
                        virtual_server_group G { 10.0.0.1 80 }
                        virtual_server_group G { 10.0.0.2 80 }
                        virtual_server group G {
                            protocol TCP
                            real_server 192.168.0.2 80 { }
                        }
                        """);

        assertThat(text.virtualServer().services())
                .extracting(service -> service.key().toString())
                .containsExactly("[10.0.0.1]:tcp:80");
        assertThat(text.problems())
                .containsExactly(
                        "ERROR test.conf:2: virtual_server_group: G is already defined at"
                                + " test.conf:1; this block is skipped");
    }

    @Test
    void aGroupThatIsNotThereCannotRun() {
        ConfigText text =
                ConfigText.of(
                        """
                        virtual_server_group FRONT { 10.0.0.1 80 }
                        virtual_server group FRONTS {
                            protocol TCP
                            real_server 192.168.0.2 80 { }
                        }
                        """);

        assertThat(text.settings().virtualServers()).isEmpty();
        assertThat(text.problems())
                .containsExactly(
                        "ERROR test.conf:2: virtual_server: [FRONTS]:0: there is no"
                                + " virtual_server_group FRONTS; did you mean 'FRONT'?");
    }

    @Test
    void anEmptyGroupCannotRun() {
        ConfigText text = group();

        assertThat(text.settings().virtualServers()).isEmpty();
        assertThat(text.problems())
                .containsExactly(
                        "ERROR test.conf:4: virtual_server: [G]:0: virtual_server_group G has no"
                                + " entry; it is left out");
    }

    @Test
    void anAddressThatBelongsToAnotherVirtualServerIsLeftOut() {
        ConfigText text =
                ConfigText.of(
                        """
                        virtual_server 10.0.0.2 80 {
                            protocol TCP
                            real_server 192.168.0.2 80 { }
                        }
                        virtual_server_group G {
                            10.0.0.1-3 80
                        }
                        virtual_server group G {
                            protocol TCP
                            real_server 192.168.0.3 80 { }
                        }
                        """);

        assertThat(text.settings().virtualServers().getLast().services())
                .extracting(service -> service.key().toString())
                .containsExactly("[10.0.0.1]:tcp:80", "[10.0.0.3]:tcp:80");
        assertThat(text.problems())
                .containsExactly(
                        "ERROR test.conf:8: virtual_server: [10.0.0.2]:tcp:80 belongs to"
                                + " virtual_server [10.0.0.2]:tcp:80 at test.conf:1 already; left"
                                + " out here");
    }
}
