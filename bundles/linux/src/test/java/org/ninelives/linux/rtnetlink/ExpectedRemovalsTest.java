package org.ninelives.linux.rtnetlink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.linux.netlink.NetlinkFormatException;
import org.ninelives.linux.netlink.NetlinkReader;
import org.ninelives.linux.netlink.NetlinkWriter;

class ExpectedRemovalsTest {

    private static final int OURS = 4711;
    private static final InterfaceAddress IPV4 = address(1, "10.0.0.1/24");
    private static final InterfaceAddress IPV6 = address(1, "2001:db8::1/64");

    private final ExpectedRemovals expected = new ExpectedRemovals();

    @Test
    void removalsOfIpv4AreKnownByTheirPort() throws Exception {
        expected.by(OURS);
        assertThat(expected.has(event(OURS), IPV4)).isTrue();
        assertThat(expected.has(event(OURS), IPV4)).as("and what goes with it").isTrue();
        assertThat(expected.has(event(0), IPV4)).isFalse();
        assertThat(expected.has(event(OURS + 1), IPV4)).isFalse();
    }

    @Test
    void eachRemovalOfIpv6IsExpectedOnce() throws Exception {
        expected.by(OURS);
        expected.add(IPV6);
        expected.add(IPV6);
        assertThat(expected.has(event(0), address(2, "2001:db8::1/64"))).isFalse();
        assertThat(expected.has(event(0), address(1, "2001:db8::1/128"))).isFalse();
        assertThat(expected.has(event(0), IPV6)).isTrue();
        assertThat(expected.has(event(0), IPV6)).isTrue();
        assertThat(expected.has(event(0), IPV6)).isFalse();
    }

    @Test
    void nothingIsExpectedOnceAllIsReadAnew() throws Exception {
        expected.add(IPV6);
        expected.clear();
        assertThat(expected.has(event(0), IPV6)).isFalse();
    }

    private static NetlinkReader event(int port) throws NetlinkFormatException {
        ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.nativeOrder());
        new NetlinkWriter(bytes).begin(Rtnetlink.RTM_DELADDR, 0, 0).end();
        bytes.putInt(12, port);
        NetlinkReader reader = new NetlinkReader(bytes.clear());
        assertThat(reader.next()).isTrue();
        return reader;
    }

    private static InterfaceAddress address(int link, String prefix) {
        return InterfaceAddress.of(link, IpPrefix.of(prefix));
    }
}
