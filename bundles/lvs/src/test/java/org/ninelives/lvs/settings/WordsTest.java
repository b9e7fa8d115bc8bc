package org.ninelives.lvs.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.api.ipvs.Forwarding;
import org.ninelives.api.ipvs.IpvsTimeouts;
import org.ninelives.api.ipvs.Persistence;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;

/** Keywords that take several words, rightly and wrongly written. */
class WordsTest {

    private static ConfigText virtual(String lines) {
        return ConfigText.of(
                "virtual_server 10.0.0.1 80 {\nprotocol TCP\n"
                        + lines
                        + "\nreal_server 192.168.0.2 80 { }\n}\n");
    }

    private static ConfigText globals(String line) {
        return ConfigText.of("global_defs {\n" + line + "\n}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NAT",
                "DR",
                "TUN",
                "TUN type gue port 4000",
                "TUN type gue port 4000 csum",
                "TUN type gue port 4000 remcsum",
                "TUN type gre",
                "TUN type gre csum"
            })
    void methodsAreToldAsTheyAreWritten(String words) {
        ConfigText text = virtual("lb_kind " + words);

        assertThat(text.realServer().address().words()).isEqualTo(words);
        assertThat(text.problems()).isEmpty();
    }

    @Test
    void aTunnelOfTypeIpipWithoutChecksumIsThePlainOne() {
        assertThat(virtual("lb_kind TUN type ipip nocsum").realServer().address().forwarding())
                .isEqualTo(Forwarding.TUNNEL);
        assertThat(virtual("lb_kind TUN csum type gre").realServer().address().words())
                .isEqualTo("TUN type gre csum");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dr | dr is none of NAT|DR|TUN",
                "TUN type | one of ipip|gue|gre is missing",
                "TUN type vxlan | vxlan is none of ipip|gue|gre",
                "TUN type gue | needs the port of its receiver",
                "TUN type gue port | missing",
                "TUN type gue port 0 | 0 is not in 1..65535",
                "TUN type gre port 5 | only a tunnel of type gue has a port",
                "TUN csum | a tunnel of type ipip has no checksum",
                "TUN type gre remcsum | remcsum is for tunnels of type gue",
                "TUN fast | fast is none of type, port, nocsum, csum, remcsum",
                "DR type gue | is too much and ignored",
            })
    void aWrongMethodIsComplainedAbout(String words, String complaint) {
        ConfigText text = virtual("lb_kind " + words);

        assertThat(text.problems()).singleElement().asString().contains("lb_kind: ", complaint);
    }

    @ParameterizedTest
    @CsvSource({
        "255.255.255.255, 32",
        "255.255.255.0, 24",
        "255.128.0.0, 9",
        "128.0.0.0, 1",
        "24, 24",
        "1, 1"
    })
    void aGranularityIsAMaskOrALength(String written, int length) {
        assertThat(
                        virtual("persistence_granularity " + written)
                                .virtualServer()
                                .services()
                                .getFirst()
                                .persistence())
                .contains(new Persistence(360, length, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0.0.0.0", "255.0.255.0", "0.0.0.255", "0", "129", "fe80::", "<NETMASK>"})
    void aWrongGranularityIsComplainedAbout(String written) {
        ConfigText text = virtual("persistence_granularity " + written);

        assertThat(text.virtualServer().services().getFirst().persistence()).isEmpty();
        assertThat(text.problems())
                .singleElement()
                .asString()
                .contains("persistence_granularity: " + written + " is n");
    }

    @Test
    void aSyncDaemonOfAnInterfaceAlone() {
        assertThat(globals("lvs_sync_daemon eth0").settings().globals().sync())
                .contains(
                        new SyncSettings(
                                new InterfaceName("eth0"),
                                Optional.empty(),
                                OptionalInt.empty(),
                                OptionalInt.empty(),
                                OptionalInt.empty(),
                                OptionalInt.empty(),
                                Optional.empty()));
    }

    @Test
    void aSyncDaemonWithAllItsWordsInAnyOrder() {
        ConfigText text =
                globals(
                        "lvs_sync_daemon eth0 group ff02::8 ttl 3 inst id port 8849 maxlen 900 id"
                                + " 7");

        assertThat(text.problems()).isEmpty();
        assertThat(text.settings().globals().sync())
                .contains(
                        new SyncSettings(
                                new InterfaceName("eth0"),
                                Optional.of("id"),
                                OptionalInt.of(7),
                                OptionalInt.of(900),
                                OptionalInt.of(8849),
                                OptionalInt.of(3),
                                Optional.of(IpAddress.of("ff02::8"))));
    }

    @Test
    void aSyncDaemonAsItWasWrittenBeforeTheWordId() {
        ConfigText text = globals("lvs_sync_daemon eth0 VI_1 4");

        assertThat(text.settings().globals().sync().orElseThrow().id()).hasValue(4);
        assertThat(text.problems())
                .containsExactly("WARNING test.conf:2: lvs_sync_daemon: write id 4 instead of 4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lvs_sync_daemon | an interface name is missing",
                "lvs_sync_daemon a/b | not an interface name",
                "lvs_sync_daemon eth0 VI_1 VI_2 | VI_2 is none of inst, id, maxlen, port, ttl,"
                        + " group",
                "lvs_sync_daemon eth0 id | a number is missing",
                "lvs_sync_daemon eth0 id 256 | 256 is not in 0..255",
                "lvs_sync_daemon eth0 VI_1 256 | 256 is not in 0..255",
                "lvs_sync_daemon eth0 maxlen 65508 | 65508 is not in 1..65507",
                "lvs_sync_daemon eth0 port 0 | 0 is not in 1..65535",
                "lvs_sync_daemon eth0 ttl 256 | 256 is not in 1..255",
                "lvs_sync_daemon eth0 group 10.0.0.1 | 10.0.0.1 is not a multicast address",
                "lvs_sync_daemon eth0 inst | the name of a vrrp_instance is missing",
                "lvs_timeouts | one of tcp, tcpfin, udp is missing",
                "lvs_timeouts icmp 4 | icmp is none of tcp, tcpfin, udp",
                "lvs_timeouts tcp | a number is missing",
                "lvs_timeouts tcp -1 | -1 is not in 0..2678400",
            })
    void wrongWordsOfAllAreComplainedAbout(String line, String complaint) {
        ConfigText text = globals(line);

        assertThat(text.settings().globals()).isEqualTo(LvsGlobals.DEFAULT);
        assertThat(text.problems()).singleElement().asString().contains(complaint);
    }

    @Test
    void timeoutsThatAreNotWrittenAreLeftAsTheyAre() {
        assertThat(globals("lvs_timeouts udp 9").settings().globals().timeouts())
                .isEqualTo(new IpvsTimeouts(0, 0, 9));
    }

    @Test
    void theNewSpellingOfTheFlushCountsBeforeTheOldOne() {
        assertThat(
                        globals("lvs_flush_on_stop VS\nlvs_flush_onstop")
                                .settings()
                                .globals()
                                .flushOnStop())
                .isEqualTo(LvsGlobals.FlushOnStop.VIRTUAL_SERVERS);
        assertThat(globals("lvs_flush_onstop").problems())
                .containsExactly(
                        "NOTE test.conf:2: lvs_flush_onstop: is deprecated; write"
                                + " lvs_flush_on_stop");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "virtual_server { | an address, fwmark or group is missing",
                "virtual_server fwmark { | a number in 1..4294967295 is missing",
                "virtual_server fwmark 0 { | 0 is not in 1..4294967295",
                "virtual_server group { | the name of a virtual_server_group is missing",
                "virtual_server 10.0.0.1 http { | http is not a whole number in 0..65535",
                "virtual_server 10.0.0.1 65536 { | 65536 is not in 0..65535",
                "virtual_server www 80 { | www is not an IP address",
            })
    void aWrongHeaderLeavesTheWholeBlockOut(String header, String complaint) {
        ConfigText text =
                ConfigText.of(header + "\nprotocol TCP\nreal_server 192.168.0.2 80 { }\n}\n");

        assertThat(text.settings().virtualServers()).isEmpty();
        assertThat(text.problems()).singleElement().asString().contains(complaint);
    }
}
