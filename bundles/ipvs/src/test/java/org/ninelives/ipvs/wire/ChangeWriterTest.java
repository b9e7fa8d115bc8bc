package org.ninelives.ipvs.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninelives.api.ipvs.DestinationKey;
import org.ninelives.api.ipvs.Forwarding;
import org.ninelives.api.ipvs.IpvsChange;
import org.ninelives.api.ipvs.IpvsDestination;
import org.ninelives.api.ipvs.IpvsService;
import org.ninelives.api.ipvs.IpvsTimeouts;
import org.ninelives.api.ipvs.Persistence;
import org.ninelives.api.ipvs.SchedulerFlag;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.ipvs.SyncDaemon;
import org.ninelives.api.ipvs.TransportProtocol;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.linux.genetlink.GenericNetlinkSocket;
import org.ninelives.linux.netlink.NetlinkWriter;

/** The bytes are those ipvsadm 1.31 sends for the same, as strace saw them. */
class ChangeWriterTest {

    private static final ServiceKey WEB = tcp("10.8.0.1", 80);
    private static final ServiceKey MARK = new ServiceKey.Mark(IpAddress.Family.IPV4, 100);

    private static final String WEB_KEY =
            "30000180 0600010002000000 0600020006000000"
                    + "140003000a080001000000000000000000000000 0600040000500000";

    private static final String MARK_KEY = "14000180 0600010002000000 0800050064000000";

    private final ChangeWriter writer = new ChangeWriter();

    private static ServiceKey tcp(String address, int port) {
        return new ServiceKey.Endpoint(TransportProtocol.TCP, IpAddress.of(address), port);
    }

    private static IpvsDestination destination(
            String address, int port, Forwarding forwarding, int weight, int upper, int lower) {
        DestinationKey key = new DestinationKey(IpAddress.of(address), port);
        return new IpvsDestination(key, forwarding, weight, upper, lower);
    }

    private static Forwarding tunnel(
            Forwarding.TunnelType type, int port, Forwarding.Checksum checksum) {
        return new Forwarding(
                Forwarding.Method.TUNNEL, Optional.of(new Forwarding.Tunnel(type, port, checksum)));
    }

    private String attributes(IpvsChange change) {
        NetlinkWriter into = new NetlinkWriter(ByteBuffer.allocate(1024));
        writer.writeAttributes(change, into);
        return HexFormat.of().formatHex(into.bytes());
    }

    private static String hex(String... parts) {
        return String.join("", parts).replace(" ", "");
    }

    @Test
    void persistenceOfIpv4HasAMask() {
        // ipvsadm -A -t 10.8.0.1:80 -s wrr -p 50 -M 255.255.255.0
        Persistence persistence = new Persistence(50, 24, Optional.empty());
        IpvsService service =
                new IpvsService(WEB, "wrr", Set.of(), Optional.of(persistence), false);
        IpvsChange add = new IpvsChange.AddService(service);
        assertThat(writer.command(add)).isEqualTo(1);
        assertThat(attributes(add))
                .isEqualTo(
                        hex(
                                "54000180 0600010002000000 0600020006000000",
                                "140003000a080001000000000000000000000000 0600040000500000",
                                "0800060077727200 0c00070001000000ffffffff",
                                "0800080032000000 08000900ffffff00"));
    }

    @Test
    void persistenceOfIpv6HasAPrefixAndMayHaveAnEngine() {
        // ipvsadm -A -u [fd00::1]:53 -s mh -b mh-fallback,mh-port -p 300 -M 64 --pe sip
        Persistence persistence = new Persistence(300, 64, Optional.of("sip"));
        ServiceKey key =
                new ServiceKey.Endpoint(TransportProtocol.UDP, IpAddress.of("fd00::1"), 53);
        Set<SchedulerFlag> flags = Set.of(SchedulerFlag.FLAG_1, SchedulerFlag.FLAG_2);
        IpvsService service = new IpvsService(key, "mh", flags, Optional.of(persistence), false);
        assertThat(attributes(new IpvsChange.AddService(service)))
                .isEqualTo(
                        hex(
                                "5c000180 060001000a000000 0600020011000000",
                                "14000300fd000000000000000000000000000001 0600040000350000",
                                "070006006d680000 08000b0073697000 0c00070019000000ffffffff",
                                "080008002c010000 0800090040000000"));
    }

    @Test
    void aServiceOfAMarkHasNeitherProtocolNorAddress() {
        // ipvsadm -A -f 100 -s rr -o
        IpvsService service = new IpvsService(MARK, "rr", Set.of(), Optional.empty(), true);
        assertThat(attributes(new IpvsChange.AddService(service)))
                .isEqualTo(
                        hex(
                                "38000180 0600010002000000 0800050064000000 0700060072720000",
                                "0c00070004000000ffffffff 0800080000000000 08000900ffffffff"));
    }

    @Test
    void anEditSaysAllOfAService() {
        // ipvsadm -E -t 10.8.0.1:80 -s wlc
        IpvsService service = new IpvsService(WEB, "wlc", Set.of(), Optional.empty(), false);
        IpvsChange edit = new IpvsChange.EditService(service);
        assertThat(writer.command(edit)).isEqualTo(2);
        assertThat(attributes(edit))
                .isEqualTo(
                        hex(
                                "54000180 0600010002000000 0600020006000000",
                                "140003000a080001000000000000000000000000 0600040000500000",
                                "08000600776c6300 0c00070000000000ffffffff",
                                "0800080000000000 08000900ffffffff"));
    }

    @Test
    void aDestinationFollowsTheKeyOfItsService() {
        // ipvsadm -a -t 10.8.0.1:80 -r 10.8.0.12:80 -i -w 1
        //     --tun-type gue --tun-port 6080 --tun-remcsum
        Forwarding gue = tunnel(Forwarding.TunnelType.GUE, 6080, Forwarding.Checksum.REMOTE);
        IpvsChange add =
                new IpvsChange.AddDestination(WEB, destination("10.8.0.12", 80, gue, 1, 0, 0));
        assertThat(writer.command(add)).isEqualTo(5);
        assertThat(attributes(add))
                .isEqualTo(
                        hex(
                                WEB_KEY,
                                "60000280 06000b0002000000",
                                "140001000a08000c000000000000000000000000 0600020000500000",
                                "0800030002000000 0800040001000000",
                                "05000d0001000000 06000e0017c00000 06000f0002000000",
                                "0800050000000000 0800060000000000"));
    }

    @Test
    void aDestinationMayBeOfAnotherFamily() {
        // ipvsadm -a -f 100 -r [fd00::9]:0 -i --tun-type gre --tun-csum
        Forwarding gre = tunnel(Forwarding.TunnelType.GRE, 0, Forwarding.Checksum.FULL);
        IpvsDestination destination = destination("fd00::9", 0, gre, 1, 0, 0);
        assertThat(attributes(new IpvsChange.AddDestination(MARK, destination)))
                .isEqualTo(
                        hex(
                                MARK_KEY,
                                "60000280 06000b000a000000",
                                "14000100fd000000000000000000000000000009 0600020000000000",
                                "0800030002000000 0800040001000000",
                                "05000d0002000000 06000e0000000000 06000f0001000000",
                                "0800050000000000 0800060000000000"));
    }

    @Test
    void withoutTunnelNothingIsSaidOfIt() {
        // ipvsadm -a -t 10.8.0.1:80 -r 10.8.0.11:8080 -m -w 3 -x 1000 -y 700
        IpvsDestination destination =
                destination("10.8.0.11", 8080, Forwarding.MASQUERADING, 3, 1000, 700);
        IpvsChange edit = new IpvsChange.EditDestination(WEB, destination);
        assertThat(writer.command(edit)).isEqualTo(6);
        assertThat(attributes(edit))
                .isEqualTo(
                        hex(
                                WEB_KEY,
                                "48000280 06000b0002000000",
                                "140001000a08000b000000000000000000000000 060002001f900000",
                                "0800030000000000 0800040003000000",
                                "08000500e8030000 08000600bc020000"));
    }

    @Test
    void whatIsDeletedIsSaidByItsKey() {
        IpvsChange service = new IpvsChange.DeleteService(WEB);
        assertThat(writer.command(service)).isEqualTo(3);
        assertThat(attributes(service)).isEqualTo(hex(WEB_KEY));
        DestinationKey key = new DestinationKey(IpAddress.of("10.8.0.11"), 8080);
        IpvsChange destination = new IpvsChange.DeleteDestination(MARK, key);
        assertThat(writer.command(destination)).isEqualTo(7);
        assertThat(attributes(destination))
                .isEqualTo(
                        hex(
                                MARK_KEY,
                                "28000280 06000b0002000000",
                                "140001000a08000b000000000000000000000000 060002001f900000"));
    }

    @Test
    void aSyncDaemonIsStartedWithAllItsSettings() {
        // ipvsadm --start-daemon master --mcast-interface eth0 --syncid 5 --sync-maxlen 1400
        //     --mcast-group 224.0.1.1 --mcast-port 9000 --mcast-ttl 3
        SyncDaemon daemon =
                new SyncDaemon(
                        SyncDaemon.Role.MASTER,
                        new InterfaceName("eth0"),
                        5,
                        OptionalInt.of(1400),
                        Optional.of(IpAddress.of("224.0.1.1")),
                        OptionalInt.of(9000),
                        OptionalInt.of(3));
        IpvsChange start = new IpvsChange.StartSync(daemon);
        assertThat(writer.command(start)).isEqualTo(9);
        assertThat(attributes(start))
                .isEqualTo(
                        hex(
                                "40000380 0800010001000000 090002006574683000000000",
                                "0800030005000000 0600040078050000 0600070028230000",
                                "0500080003000000 08000500e0000101"));
    }

    @Test
    void whatASyncDaemonLeavesOpenIsTheKernelsChoice() {
        // ipvsadm --start-daemon backup --mcast-interface eth0
        SyncDaemon daemon =
                new SyncDaemon(
                        SyncDaemon.Role.BACKUP,
                        new InterfaceName("eth0"),
                        0,
                        OptionalInt.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty());
        assertThat(attributes(new IpvsChange.StartSync(daemon)))
                .isEqualTo(
                        hex("20000380 0800010002000000 090002006574683000000000 0800030000000000"));
    }

    static Stream<Arguments> briefChanges() {
        IpvsTimeouts timeouts = new IpvsTimeouts(1000, 100, 50);
        return Stream.of(
                Arguments.of(new IpvsChange.Flush(), 17, ""),
                Arguments.of(
                        new IpvsChange.SetTimeouts(timeouts),
                        12,
                        hex("08000400e8030000 0800050064000000 0800060032000000")),
                Arguments.of(
                        new IpvsChange.StopSync(SyncDaemon.Role.MASTER),
                        10,
                        hex("0c000380 0800010001000000")),
                Arguments.of(
                        new IpvsChange.StopSync(SyncDaemon.Role.BACKUP),
                        10,
                        hex("0c000380 0800010002000000")));
    }

    @ParameterizedTest
    @MethodSource("briefChanges")
    void someNeedFewWords(IpvsChange change, int command, String attributes) {
        assertThat(writer.command(change)).isEqualTo(command);
        assertThat(attributes(change)).isEqualTo(attributes);
    }

    @Test
    void theLongestRequestFits() {
        String longest = "abcdefghijklmno";
        Persistence persistence = new Persistence(300, 64, Optional.of(longest));
        ServiceKey key = tcp("2001:db8::1", 80);
        Forwarding gue = tunnel(Forwarding.TunnelType.GUE, 6080, Forwarding.Checksum.FULL);
        SyncDaemon daemon =
                new SyncDaemon(
                        SyncDaemon.Role.MASTER,
                        new InterfaceName(longest),
                        5,
                        OptionalInt.of(1400),
                        Optional.of(IpAddress.of("ff02::1")),
                        OptionalInt.of(9000),
                        OptionalInt.of(3));
        int header = 20;
        assertThat(
                        Stream.of(
                                new IpvsChange.AddService(
                                        new IpvsService(
                                                key,
                                                longest,
                                                Set.of(),
                                                Optional.of(persistence),
                                                true)),
                                new IpvsChange.AddDestination(
                                        key, destination("2001:db8::2", 80, gue, 1, 1, 1)),
                                new IpvsChange.StartSync(daemon)))
                .allSatisfy(
                        change ->
                                assertThat(header + attributes(change).length() / 2)
                                        .isLessThanOrEqualTo(GenericNetlinkSocket.REQUEST_MAX));
    }
}
