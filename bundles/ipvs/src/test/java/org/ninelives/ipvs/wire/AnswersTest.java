package org.ninelives.ipvs.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.api.ipvs.DestinationEntry;
import org.ninelives.api.ipvs.DestinationKey;
import org.ninelives.api.ipvs.Forwarding;
import org.ninelives.api.ipvs.IpvsCounters;
import org.ninelives.api.ipvs.IpvsDestination;
import org.ninelives.api.ipvs.IpvsService;
import org.ninelives.api.ipvs.IpvsTimeouts;
import org.ninelives.api.ipvs.Persistence;
import org.ninelives.api.ipvs.SchedulerFlag;
import org.ninelives.api.ipvs.ServiceEntry;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.ipvs.SyncDaemon;
import org.ninelives.api.ipvs.TransportProtocol;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.linux.netlink.AttributeReader;
import org.ninelives.linux.netlink.NetlinkFormatException;

/** Attributes of answers of Linux 6.1, as strace saw them, with counters written into some. */
class AnswersTest {

    private static final String NARROW =
            "60000a00 0800010001000000 0800020002000000 0800030003000000"
                    + "0c0004000400000000000000 04000b00 0c0005000500000000000000"
                    + "0800060006000000 0800070007000000 0800080008000000"
                    + "0800090009000000 08000a000a000000";

    private static final String WIDE =
            "a0000c00 0c0001000b00000001000000 04000b00 0c0002000c00000001000000 04000b00"
                    + "0c0003000d00000001000000 04000b00 0c0004000e00000001000000 04000b00"
                    + "0c0005000f00000001000000 04000b00 0c0006001000000001000000 04000b00"
                    + "0c0007001100000001000000 04000b00 0c0008001200000001000000 04000b00"
                    + "0c0009001300000001000000 04000b00 0c000a001400000001000000";

    private static final long HIGH = 1L << 32;

    private static final IpvsCounters OF_64_BITS =
            new IpvsCounters(
                    HIGH + 11, HIGH + 12, HIGH + 13, HIGH + 14, HIGH + 15, HIGH + 16, HIGH + 17,
                    HIGH + 18, HIGH + 19, HIGH + 20);

    private static AttributeReader attributes(String... hex) throws NetlinkFormatException {
        byte[] bytes = HexFormat.of().parseHex(String.join("", hex).replace(" ", ""));
        ByteBuffer body = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
        return AttributeReader.behind(body, 0);
    }

    /** An attribute that holds these. */
    private static String nest(int type, String content) {
        int length = 4 + content.replace(" ", "").length() / 2;
        return "%02x%02x%02x00".formatted(length & 0xff, length >> 8, type) + content;
    }

    @Test
    void aServiceHasItsCountersOf64Bits() throws Exception {
        ServiceEntry entry =
                ServiceReader.read(
                                attributes(
                                        nest(
                                                1,
                                                "060001000a000000 0600020011000000"
                                                        + "14000300fd000000000000000000000000000001"
                                                        + "0600040000350000 070006006d680000"
                                                        + "08000b0073697000"
                                                        + "0c0007001b000000ffffffff"
                                                        + "080008002c010000 0800090040000000"
                                                        + NARROW
                                                        + WIDE)))
                        .orElseThrow();
        assertThat(entry.service())
                .isEqualTo(
                        new IpvsService(
                                new ServiceKey.Endpoint(
                                        TransportProtocol.UDP, IpAddress.of("fd00::1"), 53),
                                "mh",
                                Set.of(SchedulerFlag.FLAG_1, SchedulerFlag.FLAG_2),
                                Optional.of(new Persistence(300, 64, Optional.of("sip"))),
                                false));
        assertThat(entry.counters()).isEqualTo(OF_64_BITS);
        assertThat(entry.destinations()).isEmpty();
    }

    @Test
    void anOldKernelHasCountersOf32Bits() throws Exception {
        ServiceEntry entry =
                ServiceReader.read(
                                attributes(
                                        nest(
                                                1,
                                                "0600010002000000 0800050064000000"
                                                        + "0700060072720000"
                                                        + "0c00070006000000ffffffff"
                                                        + "0800080000000000 08000900ffffffff"
                                                        + NARROW)))
                        .orElseThrow();
        assertThat(entry.service())
                .isEqualTo(
                        new IpvsService(
                                new ServiceKey.Mark(IpAddress.Family.IPV4, 100),
                                "rr",
                                Set.of(),
                                Optional.empty(),
                                true));
        assertThat(entry.counters()).isEqualTo(new IpvsCounters(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
    }

    @Test
    void countersOf64BitsCountWhateverTheOrder() throws Exception {
        CountersReader reader = new CountersReader();
        AttributeReader wide = attributes(WIDE);
        wide.next();
        AttributeReader narrow = attributes(NARROW);
        narrow.next();
        reader.read(wide.nested(), true);
        reader.read(narrow.nested(), false);
        assertThat(reader.counters()).isEqualTo(OF_64_BITS);
    }

    @Test
    void aMaskOfIpv4IsAPrefix() throws Exception {
        ServiceEntry entry =
                ServiceReader.read(
                                attributes(
                                        nest(
                                                1,
                                                "0600010002000000 0800050064000000"
                                                        + "0700060072720000"
                                                        + "0c00070003000000ffffffff"
                                                        + "0800080032000000 08000900ffffff00")))
                        .orElseThrow();
        assertThat(entry.service().persistence())
                .contains(new Persistence(50, 24, Optional.empty()));
    }

    @Test
    void aServiceOfAnUnknownProtocolIsPassedOver() throws Exception {
        assertThat(
                        ServiceReader.read(
                                attributes(
                                        nest(
                                                1,
                                                "0600010002000000 0600020032000000"
                                                        + "140003000a080001000000000000000000000000"
                                                        + "0600040000500000"))))
                .isEmpty();
    }

    @Test
    void aDestinationTellsItsTunnelAndItsConnections() throws Exception {
        DestinationEntry entry =
                DestinationReader.read(
                        attributes(
                                nest(
                                        2,
                                        "14000100fd000000000000000000000000000009 0600020000000000"
                                                + "0800030002000000 0800040001000000"
                                                + "05000d0002000000 06000e0000000000"
                                                + "06000f0001000000"
                                                + "08000500ffffffff 0800060007000000"
                                                + "0800070008000000 0800080009000000"
                                                + "080009000a000000 06000b000a000000"
                                                + NARROW
                                                + WIDE)),
                        IpAddress.Family.IPV4);
        Forwarding gre =
                new Forwarding(
                        Forwarding.Method.TUNNEL,
                        Optional.of(
                                new Forwarding.Tunnel(
                                        Forwarding.TunnelType.GRE, 0, Forwarding.Checksum.FULL)));
        DestinationKey key = new DestinationKey(IpAddress.of("fd00::9"), 0);
        assertThat(entry)
                .isEqualTo(
                        new DestinationEntry(
                                new IpvsDestination(key, gre, 1, 0xffff_ffffL, 7),
                                8,
                                9,
                                10,
                                OF_64_BITS));
    }

    @Test
    void anOldKernelTellsNoFamilyOfADestination() throws Exception {
        DestinationEntry entry =
                DestinationReader.read(
                        attributes(
                                nest(
                                        2,
                                        "140001000a08000b000000000000000000000000 060002001f900000"
                                                + "0800030003000000 0800040003000000")),
                        IpAddress.Family.IPV4);
        DestinationKey key = new DestinationKey(IpAddress.of("10.8.0.11"), 8080);
        assertThat(entry.destination())
                .isEqualTo(new IpvsDestination(key, Forwarding.DIRECT_ROUTING, 3, 0, 0));
    }

    @Test
    void versionTimeoutsAndSyncDaemonsAreTold() throws Exception {
        assertThat(StateReader.version(attributes("0800010001020100 0800020000100000")))
                .isEqualTo("1.2.1");
        assertThat(
                        StateReader.timeouts(
                                attributes("08000400e8030000 0800050064000000 0800060032000000")))
                .isEqualTo(new IpvsTimeouts(1000, 100, 50));
        assertThat(
                        StateReader.daemon(
                                attributes(
                                        nest(
                                                3,
                                                "0800010002000000 090002006574683000000000"
                                                        + "0800030005000000 06000400c0050000"
                                                        + "0600070090220000 0500080001000000"
                                                        + "08000500e0000051"))))
                .isEqualTo(
                        new SyncDaemon(
                                SyncDaemon.Role.BACKUP,
                                new InterfaceName("eth0"),
                                5,
                                OptionalInt.of(1472),
                                Optional.of(IpAddress.of("224.0.0.81")),
                                OptionalInt.of(8848),
                                OptionalInt.of(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // nothing
                "0600010007000000", // an unknown address family
                "0600010002000000", // no address
                "05000100", // half an address family
                "0600010002000000 0800050064000000 0c00070001000000ffffffff" // no mask
            })
    void aServiceThatMakesNoSenseIsRefused(String hex) {
        assertThatThrownBy(() -> ServiceReader.read(attributes(nest(1, hex))))
                .isInstanceOf(NetlinkFormatException.class);
    }

    @Test
    void anAnswerWithoutServiceIsRefused() {
        assertThatThrownBy(() -> ServiceReader.read(attributes("")))
                .isInstanceOf(NetlinkFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // no destination
                "04000200", // without an address
                "24000200 140001000a08000b000000000000000000000000 0800030005000000", // method 5
                "24000200 140001000a08000b000000000000000000000000 05000200", // half a port
                "2c000200 140001000a08000b000000000000000000000000 0800030002000000"
                        + "05000d0003000000" // tunnel type 3
            })
    void aDestinationThatMakesNoSenseIsRefused(String hex) {
        assertThatThrownBy(() -> DestinationReader.read(attributes(hex), IpAddress.Family.IPV4))
                .isInstanceOf(NetlinkFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // no daemon
                "18000300 0800010003000000 090002006574683000000000", // state 3
                "0c000300 0800010001000000", // without an interface
                "18000300 0800010001000000 0900020065202f3000000000" // with a bad one
            })
    void aSyncDaemonThatMakesNoSenseIsRefused(String hex) {
        assertThatThrownBy(() -> StateReader.daemon(attributes(hex)))
                .isInstanceOf(NetlinkFormatException.class);
    }

    @Test
    void anAnswerWithoutVersionIsRefused() {
        assertThatThrownBy(() -> StateReader.version(attributes("0800020000100000")))
                .isInstanceOf(NetlinkFormatException.class);
    }
}
