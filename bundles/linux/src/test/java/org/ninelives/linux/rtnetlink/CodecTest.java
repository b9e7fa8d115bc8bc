package org.ninelives.linux.rtnetlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.AddressChange;
import org.ninelives.api.system.AddressFlag;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;
import org.ninelives.linux.netlink.NetlinkFormatException;
import org.ninelives.linux.netlink.NetlinkReader;
import org.ninelives.linux.netlink.NetlinkWriter;

/** The bytes are those of a little-endian machine. */
class CodecTest {

    private static final InterfaceAddress VIP =
            new InterfaceAddress(
                    3,
                    IpPrefix.of("10.0.0.5/24"),
                    Optional.empty(),
                    0,
                    Optional.of(IpAddress.of("10.0.0.255")),
                    Optional.of("eth0:1"),
                    InterfaceAddress.FOREVER,
                    Set.of(),
                    InterfaceAddress.PROTOCOL_OURS);

    private final ByteBuffer buffer = ByteBuffer.allocate(1024);
    private final NetlinkWriter writer = new NetlinkWriter(buffer);

    @BeforeEach
    void littleEndian() {
        assumeThat(ByteOrder.nativeOrder()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void anAddressIsAddedWithAllItsAttributes() {
        AddressCodec.writeChange(writer, new AddressChange.Add(VIP), 4, 1);
        assertThat(written())
                .isEqualTo(
                        "44000000"
                                + "1400"
                                + "0506"
                                + "01000000"
                                + "00000000"
                                + "02180000"
                                + "03000000"
                                + "08000200"
                                + "0a000005"
                                + "08000100"
                                + "0a000005"
                                + "08000400"
                                + "0a0000ff"
                                + "0b000300"
                                + "657468303a310000"
                                + "05000b00"
                                + "12000000");
    }

    @Test
    void anAddressIsRemovedByItsPrefixAlone() {
        AddressCodec.writeChange(writer, new AddressChange.Remove(VIP), 0, 2);
        assertThat(written())
                .isEqualTo(
                        "28000000"
                                + "1500"
                                + "0100"
                                + "02000000"
                                + "00000000"
                                + "02180000"
                                + "03000000"
                                + "08000200"
                                + "0a000005"
                                + "08000100"
                                + "0a000005");
    }

    @Test
    void anIpv6AddressSkipsDuplicateDetection() {
        InterfaceAddress ipv6 =
                InterfaceAddress.of(3, IpPrefix.of("2001:db8::5/64"))
                        .withFlags(Set.of(AddressFlag.NO_DAD));
        AddressCodec.writeChange(writer, new AddressChange.Add(ipv6), 0, 3);
        assertThat(written().substring(32, 48)).isEqualTo("0a400200" + "03000000");
    }

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        AddressCodec.writeChange(writer, new AddressChange.Add(VIP), 0, 1);
        assertThat(AddressCodec.read(message())).contains(VIP);
    }

    @Test
    void anInterfaceIsRead() throws Exception {
        writeLink(0, 0x1043, "eth0");
        Link link = LinkCodec.read(message()).orElseThrow();
        assertThat(link.index()).isEqualTo(7);
        assertThat(link.name().name()).isEqualTo("eth0");
        assertThat(link.mac()).hasToString("02:00:00:00:00:01");
        assertThat(link.mtu()).isEqualTo(1400);
        assertThat(link.usable()).isTrue();
        assertThat(link.multicast()).isTrue();
    }

    @Test
    void aBridgePortIsNotAnInterface() throws Exception {
        int bridgeFamily = 7; // AF_BRIDGE of sys/socket.h
        writeLink(bridgeFamily, 0x1043, "eth0");
        assertThat(LinkCodec.read(message())).isEmpty();
    }

    @Test
    void aNameThatIsNoneIsRefused() {
        writeLink(0, 0, "not/a/name");
        assertThatThrownBy(() -> LinkCodec.read(message()))
                .isInstanceOf(NetlinkFormatException.class)
                .hasMessageContaining("not/a/name");
    }

    @Test
    void anAddressMessageWithoutAddressIsRefused() {
        writer.begin(20, 0, 0).putByte(2).putByte(24).putShort(0).putInt(1).end();
        assertThatThrownBy(() -> AddressCodec.read(message()))
                .isInstanceOf(NetlinkFormatException.class);
    }

    @Test
    void aPrefixLengthThatIsTooLongIsRefused() {
        writer.begin(20, 0, 0).putByte(2).putByte(33).putShort(0).putInt(1);
        writer.attribute(Rtnetlink.IFA_LOCAL, new byte[4]).end();
        assertThatThrownBy(() -> AddressCodec.read(message()))
                .isInstanceOf(NetlinkFormatException.class);
    }

    @Test
    void otherFamiliesHaveNoAddresses() throws Exception {
        writer.begin(20, 0, 0).putByte(28).putByte(24).putShort(0).putInt(1).end();
        assertThat(AddressCodec.read(message())).isEmpty();
    }

    private void writeLink(int family, int flags, String name) {
        writer.begin(16, 0, 0)
                .putInt(family)
                .putInt(7)
                .putInt(flags)
                .putInt(0)
                .attributeText(Rtnetlink.IFLA_IFNAME, name)
                .attributeInt(Rtnetlink.IFLA_MTU, 1400)
                .attribute(Rtnetlink.IFLA_ADDRESS, new byte[] {2, 0, 0, 0, 0, 1})
                .end();
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
