package org.ninelives.linux.rtnetlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.NextHop;
import org.ninelives.api.system.Realms;
import org.ninelives.api.system.Route;
import org.ninelives.api.system.RouteBuilder;
import org.ninelives.api.system.RouteEncap;
import org.ninelives.api.system.RouteMetric;
import org.ninelives.api.system.RouteMetrics;
import org.ninelives.linux.netlink.NetlinkFormatException;
import org.ninelives.linux.netlink.NetlinkReader;
import org.ninelives.linux.netlink.NetlinkWriter;

/** The bytes are those of a little-endian machine. */
class RouteMessagesTest {

    private static final InterfaceName ETH0 = new InterfaceName("eth0");
    private static final Optional<IpAddress> GATEWAY = Optional.of(IpAddress.of("10.1.0.2"));

    private final ByteBuffer buffer = ByteBuffer.allocate(16 * 1024);
    private final NetlinkWriter writer = new NetlinkWriter(buffer);

    @BeforeEach
    void littleEndian() {
        assumeThat(ByteOrder.nativeOrder()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void aRouteIsAddedWithAllThatItSays() {
        RouteMetrics mtu =
                new RouteMetrics(
                        Map.of(RouteMetric.MTU, new RouteMetrics.Value(1400, true)),
                        Optional.empty(),
                        false);
        Route route = RouteBuilder.to("10.9.0.0/16").dev("eth0").metric(5).metrics(mtu).build();
        RouteWriter.writeAdd(writer, resolved(route, 3), 4, 1);
        assertThat(written())
                .isEqualTo(
                        "50000000"
                                + "1800"
                                + "0504"
                                + "01000000"
                                + "00000000"
                                + "02100000"
                                + "00120001"
                                + "00000000"
                                + "08000100"
                                + "0a090000"
                                + "08000f00"
                                + "fe000000"
                                + "08000600"
                                + "05000000"
                                + "08000400"
                                + "03000000"
                                + "14000880"
                                + "08000200"
                                + "78050000"
                                + "08000100"
                                + "04000000");
    }

    @Test
    void aRouteIsRemovedByWhatTellsItFromOthers() {
        RouteMetrics mtu =
                new RouteMetrics(
                        Map.of(RouteMetric.MTU, new RouteMetrics.Value(1400, true)),
                        Optional.empty(),
                        false);
        Route plain = RouteBuilder.to("10.9.0.0/16").dev("eth0").build();
        Route route = RouteBuilder.to("10.9.0.0/16").dev("eth0").metrics(mtu).build();
        RouteWriter.writeRemove(writer, resolved(route, 3), 0, 1);
        String withMetrics = written();
        writer.clear();
        RouteWriter.writeRemove(writer, resolved(plain, 3), 0, 1);
        assertThat(withMetrics).isEqualTo(written()).startsWith("34000000" + "1900" + "0100");
    }

    /** As ip-route(8) sends {@code encap mpls 100/200}. */
    @Test
    void labelsEndWithTheBottomOfTheStack() {
        EncapWriter.write(writer, new RouteEncap.Mpls(List.of(100, 200)));
        assertThat(written())
                .isEqualTo("06001500" + "01000000" + "10001680" + "0c000100" + "00064000000c8100");
    }

    /** As ip-route(8) sends {@code encap ila 2001:db8:0:1}. */
    @Test
    void aLocatorIsInNetworkOrder() {
        EncapWriter.write(writer, new RouteEncap.Ila(0x2001_0db8_0000_0001L));
        assertThat(written())
                .isEqualTo("06001500" + "03000000" + "10001680" + "0c000100" + "20010db800000001");
    }

    @Test
    void theLongestRouteFitsBesideAnother() {
        RouteBuilder route = RouteBuilder.to("2001:db8::/32");
        RouteEncap labels = new RouteEncap.Mpls(Collections.nCopies(30, 100));
        for (int i = 0; i < Route.NEXT_HOPS_MAX; i++) {
            route.nextHop(
                    new NextHop(
                            Optional.of(IpAddress.of("2001:db8::1")),
                            Optional.of(ETH0),
                            256,
                            true,
                            Optional.of(labels),
                            new Realms(1, 2)));
        }
        List<Integer> indices = Collections.nCopies(Route.NEXT_HOPS_MAX, 3);
        RouteWriter.writeAdd(writer, new ResolvedRoute(route.build(), 254, indices), 0, 1);
        assertThat(writer.length()).isLessThan(Requests.ORDER_BYTES_MAX);
    }

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        Route route =
                RouteBuilder.to("10.9.0.0/16")
                        .nextHop(hop(GATEWAY, 3))
                        .nextHop(hop(Optional.of(IpAddress.of("fe80::1")), 256))
                        .metric(5)
                        .table(70_000)
                        .preferredSource(IpAddress.of("10.1.0.1"))
                        .build();
        ResolvedRoute resolved = new ResolvedRoute(route, 70_000, List.of(3, 4));
        RouteWriter.writeAdd(writer, resolved, 0, 1);
        KernelRoute read = KernelRoute.read(message()).orElseThrow();
        assertThat(read.hops())
                .containsExactly(
                        new KernelRoute.Hop(GATEWAY, 3, 3),
                        new KernelRoute.Hop(Optional.of(IpAddress.of("fe80::1")), 4, 256));
        assertThat(read.is(resolved)).isTrue();
        assertThat(read.is(new ResolvedRoute(route, 70_000, List.of(3, 5)))).isFalse();
        assertThat(read.is(new ResolvedRoute(route, 70_001, List.of(3, 4)))).isFalse();
    }

    @Test
    void aRouteWithAnotherHopMoreIsAnother() throws Exception {
        Route two = RouteBuilder.to("10.9.0.0/16").nextHop(hop(GATEWAY, 1)).via("10.1.0.3").build();
        RouteWriter.writeAdd(writer, new ResolvedRoute(two, 254, List.of(3, 0)), 0, 1);
        Route one = RouteBuilder.to("10.9.0.0/16").nextHop(hop(GATEWAY, 1)).build();
        assertThat(KernelRoute.read(message()).orElseThrow().is(resolved(one, 3))).isFalse();
    }

    @Test
    void otherFamiliesHaveNoRoutes() throws Exception {
        header(28, 20, 0);
        assertThat(KernelRoute.read(message())).isEmpty();
    }

    @Test
    void aPrefixLengthThatIsTooLongIsRefused() {
        header(2, 33, 0);
        refuses("a prefix length of 33");
    }

    @Test
    void anAddressOfAnotherFamilyIsRefused() {
        writer.begin(24, 0, 0).putInt(2).putInt(0).putInt(0);
        writer.attribute(RouteNumbers.RTA_DST, new byte[16]).end();
        refuses("an address of 16 bytes");
    }

    @Test
    void aNextHopThatIsTooLongIsRefused() {
        writer.begin(24, 0, 0).putInt(2).putInt(0).putInt(0);
        writer.attribute(RouteNumbers.RTA_MULTIPATH, new byte[] {9, 0, 0, 0, 0, 0, 0, 0}).end();
        refuses("a next hop of 9 bytes");
    }

    @Test
    void aNextHopThatIsTooShortIsRefused() {
        writer.begin(24, 0, 0).putInt(2).putInt(0).putInt(0);
        writer.attribute(RouteNumbers.RTA_MULTIPATH, new byte[8]).end();
        refuses("a next hop of 0 bytes");
    }

    private void refuses(String message) {
        assertThatThrownBy(() -> KernelRoute.read(message()))
                .isInstanceOf(NetlinkFormatException.class)
                .hasMessage(message);
    }

    private void header(int family, int length, int fromLength) {
        writer.begin(24, 0, 0).putByte(family).putByte(length).putByte(fromLength).putByte(0);
        writer.putInt(0).putInt(0).end();
    }

    private static NextHop hop(Optional<IpAddress> gateway, int weight) {
        return new NextHop(
                gateway, Optional.of(ETH0), weight, false, Optional.empty(), Realms.NONE);
    }

    private static ResolvedRoute resolved(Route route, int linkIndex) {
        return new ResolvedRoute(route, 254, List.of(linkIndex));
    }

    private NetlinkReader message() throws NetlinkFormatException {
        NetlinkReader reader =
                new NetlinkReader(ByteBuffer.wrap(buffer.array(), 0, writer.length()));
        assertThat(reader.next()).isTrue();
        return reader;
    }

    private String written() {
        return HexFormat.of().formatHex(buffer.array(), 0, writer.length());
    }
}
