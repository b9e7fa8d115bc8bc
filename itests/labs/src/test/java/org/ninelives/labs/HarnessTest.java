package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The harness reads drawings, {@code ip} and packets rightly; this needs no network. */
class HarnessTest {
    private static final String ETHERNET = "01005e00001202000a000001";
    private static final String ADVERT =
            ETHERNET
                    + "0800"
                    + "45c0002000010000ff70d0990a000001e0000012"
                    + "313364010001760e0a00002c";
    private static final String ANNOUNCEMENT =
            "ffffffffffff02000a000001"
                    + "0806"
                    + "000108000604000102000a0000010a00002cffffffffffff0a00002c";

    @Test
    void theDrawingSaysWhichNodesThereAre() {
        Topology topology =
                Topology.parse(
                        """
                        A pair.

                        a  eth0 10.0.0.1/24 fd00::1/64  priority 100
                        a  eth1 10.0.1.1/24
                        b  eth0 10.0.0.2/24
                        """);

        assertThat(topology.ports())
                .containsExactly(
                        Map.entry(
                                "a",
                                List.of(
                                        new Topology.Port(
                                                "eth0", List.of("10.0.0.1/24", "fd00::1/64")),
                                        new Topology.Port("eth1", List.of("10.0.1.1/24")))),
                        Map.entry("b", List.of(new Topology.Port("eth0", List.of("10.0.0.2/24")))));
        assertThat(topology.wires()).containsExactly("eth0", "eth1");
        assertThatThrownBy(() -> Topology.parse("no node here"))
                .hasMessageContaining("topology.txt");
    }

    @Test
    void addressesKeepTheirInterfaceAndLabel() {
        String json =
                """
                [{"ifindex":1,"ifname":"lo","flags":["UP"],"addr_info":[{"family":"inet",
                "local":"127.0.0.1","prefixlen":8,"scope":"host","label":"lo"}]},{"ifindex":2,
                "ifname":"eth0","addr_info":[{"family":"inet","local":"10.0.0.44","prefixlen":24,
                "scope":"global","secondary":true,"label":"eth0:1","valid_life_time":4294967295}]}]
                """;

        assertThat(Address.parseAll(json))
                .containsExactly(
                        new Address("127.0.0.1", 8, "lo", "lo", "host"),
                        new Address("10.0.0.44", 24, "eth0", "eth0:1", "global"));
    }

    @Test
    void advertsAndAnnouncementsAreTold() {
        Instant time = Instant.ofEpochSecond(1_700_000_000L, 123_456_000);
        List<Frame> frames = PcapReader.read(capture(time, ADVERT, ANNOUNCEMENT));

        assertThat(frames).hasSize(2);
        assertThat(Advert.of(frames.getFirst()))
                .hasValueSatisfying(
                        advert -> {
                            assertThat(advert.time()).isEqualTo(time);
                            assertThat(advert.source()).isEqualTo("10.0.0.1");
                            assertThat(advert.destination()).isEqualTo("224.0.0.18");
                            assertThat(advert.version()).isEqualTo(3);
                            assertThat(advert.vrid()).isEqualTo(51);
                            assertThat(advert.priority()).isEqualTo(100);
                        });
        assertThat(Announcement.of(frames.getFirst())).isEmpty();
        assertThat(Advert.of(frames.getLast())).isEmpty();
        assertThat(Announcement.of(frames.getLast()))
                .hasValueSatisfying(arp -> assertThat(arp.address()).isEqualTo("10.0.0.44"));
    }

    @Test
    void advertsBehindOtherHeadersAreTold() {
        String ipv6 =
                ETHERNET
                        + "86dd"
                        + "60000000000c70ff"
                        + "fe800000000000000000000000000001"
                        + "ff020000000000000000000000000012"
                        + "313264010001760e0a00002c";
        String authenticated =
                ETHERNET
                        + "0800"
                        + "45c0003800010000ff3300000a000001e0000012"
                        + "700400000a00000100000001"
                        + "00".repeat(12)
                        + "21345a010201000000000000";

        List<Frame> frames = PcapReader.read(capture(Instant.EPOCH, ipv6, authenticated));

        assertThat(Advert.of(frames.getFirst()))
                .hasValueSatisfying(
                        advert -> {
                            assertThat(advert.source()).isEqualTo("fe80:0:0:0:0:0:0:1");
                            assertThat(advert.destination()).isEqualTo("ff02:0:0:0:0:0:0:12");
                            assertThat(advert.vrid()).isEqualTo(50);
                            assertThat(advert.frame().sender()).isEqualTo("02:00:0a:00:00:01");
                        });
        assertThat(Advert.of(frames.getLast()))
                .hasValueSatisfying(
                        advert -> {
                            assertThat(advert.source()).isEqualTo("10.0.0.1");
                            assertThat(advert.version()).isEqualTo(2);
                            assertThat(advert.vrid()).isEqualTo(52);
                            assertThat(advert.priority()).isEqualTo(90);
                        });
    }

    @Test
    void anIpv6AddressHasNoLabel() {
        String json =
                """
                [{"ifname":"eth0","addr_info":[{"family":"inet6","local":"fd00::44",
                "prefixlen":128,"scope":"global","nodad":true}]}]
                """;

        assertThat(Address.parseAll(json))
                .containsExactly(new Address("fd00::44", 128, "eth0", "", "global"));
    }

    @Test
    void aRecordThatIsNotYetWholeWaits() {
        byte[] whole = capture(Instant.EPOCH, ADVERT, ANNOUNCEMENT);
        byte[] cut = Arrays.copyOf(whole, whole.length - 1);

        assertThat(PcapReader.read(cut)).hasSize(1);
    }

    @Test
    void aWishThatDoesNotComeTrueIsToldWithTheDetails() {
        assertThatThrownBy(
                        () -> Await.until("pigs fly", Duration.ZERO, () -> false, () -> "no wings"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("pigs fly")
                .hasMessageContaining("no wings");
    }

    @Test
    void aLineOfALogCountsWhenItIsWhole(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.log"), "one\ntwo words\ntwo wor");
        Log log = new Log("daemon on a", file, () -> "");

        assertThat(log.count("two")).isEqualTo(1);
        assertThat(log.text()).isEqualTo("one\ntwo words\n");
        log.await("two words");

        Files.writeString(file, "ds\n", StandardOpenOption.APPEND);
        log.await(2, "two words");
    }

    @Test
    void aLogThatIsTooLongIsToldFromItsEnd(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.log");
        Files.write(file, IntStream.rangeClosed(1, 100).mapToObj(i -> "line " + i).toList());

        assertThat(new Log("daemon on a", file, () -> "").tail())
                .startsWith("--- log of daemon on a after 60 lines\nline 61\n")
                .endsWith("\nline 100\n");
    }

    private static byte[] capture(Instant time, String... frames) {
        ByteBuffer out = ByteBuffer.allocate(1_000).order(ByteOrder.nativeOrder());
        out.putInt(0xa1b2c3d4).position(24);
        for (String frame : frames) {
            byte[] bytes = HexFormat.of().parseHex(frame);
            out.putInt((int) time.getEpochSecond()).putInt(time.getNano() / 1_000);
            out.putInt(bytes.length).putInt(bytes.length).put(bytes);
        }
        return Arrays.copyOf(out.array(), out.position());
    }
}
