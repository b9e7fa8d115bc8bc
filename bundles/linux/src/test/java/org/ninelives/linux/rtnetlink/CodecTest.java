package org.ninelives.linux.rtnetlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
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

    private static final InterfaceAddress RARE =
            new InterfaceAddress(
                    3,
                    IpPrefix.of("2001:db8::5/128"),
                    Optional.of(IpAddress.of("2001:db8::6")),
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    60,
                    Set.of(
                            AddressFlag.NO_DAD,
                            AddressFlag.HOME,
                            AddressFlag.MANAGE_TEMPORARY,
                            AddressFlag.NO_PREFIX_ROUTE),
                    0);

    /** IFA_F_PERMANENT of linux/if_addr.h. */
    private static final int PERMANENT = 0x80;

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
    void peerLifetimeAndFlagsAreWritten() {
        AddressCodec.writeChange(writer, new AddressChange.Replace(RARE, RARE), 0, 4);
        assertThat(written())
                .isEqualTo(
                        "5c000000"
                                + "1400"
                                + "0105" // NLM_F_REQUEST, NLM_F_REPLACE, NLM_F_CREATE
                                + "04000000"
                                + "00000000"
                                + "0a801200"
                                + "03000000"
                                + "14000200"
                                + "20010db8000000000000000000000005"
                                + "14000100"
                                + "20010db8000000000000000000000006"
                                + "08000800"
                                + "12030000"
                                + "14000600"
                                + "3c000000"
                                + "ffffffff"
                                + "00000000"
                                + "00000000");
    }

    @Test
    void flagsOfTheKernelAreNotAskedFor() {
        InterfaceAddress told =
                VIP.withFlags(
                        Set.of(
                                AddressFlag.SECONDARY,
                                AddressFlag.TENTATIVE,
                                AddressFlag.DAD_FAILED,
                                AddressFlag.DEPRECATED));
        AddressCodec.writeChange(writer, new AddressChange.Add(told), 4, 1);
        String withFlags = written();
        writer.clear();
        AddressCodec.writeChange(writer, new AddressChange.Add(VIP), 4, 1);
        assertThat(withFlags).isEqualTo(written());
    }

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        for (InterfaceAddress address : List.of(VIP, RARE)) {
            writer.clear();
            AddressCodec.writeChange(writer, new AddressChange.Add(address), 0, 1);
            assertThat(AddressCodec.read(message())).contains(address);
        }
    }

    @Test
    void aFailedDetectionIsRead() throws Exception {
        int flags = Rtnetlink.IFA_F_DADFAILED | Rtnetlink.IFA_F_TENTATIVE | PERMANENT;
        writeAddress(10, 64, flags, new byte[16]);
        InterfaceAddress read = AddressCodec.read(message()).orElseThrow();
        assertThat(read.flags())
                .containsExactlyInAnyOrder(AddressFlag.DAD_FAILED, AddressFlag.TENTATIVE);
        assertThat(read.usable()).isFalse();
    }

    @Test
    void aTemporaryAddressIsNoSecondaryOne() throws Exception {
        writeAddress(10, 64, Rtnetlink.IFA_F_SECONDARY, new byte[16]);
        assertThat(AddressCodec.read(message()).orElseThrow().flags()).isEmpty();
        writer.clear();
        writeAddress(2, 24, Rtnetlink.IFA_F_SECONDARY, new byte[4]);
        assertThat(AddressCodec.read(message()).orElseThrow().flags())
                .containsExactly(AddressFlag.SECONDARY);
    }

    private void writeAddress(int family, int length, int flags, byte[] address) {
        writer.begin(20, 0, 0).putByte(family).putByte(length).putShort(0).putInt(1);
        writer.attribute(Rtnetlink.IFA_ADDRESS, address);
        writer.attributeInt(Rtnetlink.IFA_FLAGS, flags).end();
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
    void anInterfaceOfAVrfIsRead() throws Exception {
        beginLink(0, 0x10c3, "vrrp.51");
        writer.attributeInt(Rtnetlink.IFLA_LINK, 4)
                .attribute(Rtnetlink.IFLA_LINK_NETNSID, new byte[4])
                .attributeInt(Rtnetlink.IFLA_MASTER, 9)
                .attributeInt(Rtnetlink.IFLA_GROUP, 5);
        int info = writer.beginNested(Rtnetlink.IFLA_LINKINFO);
        writer.attributeText(Rtnetlink.IFLA_INFO_KIND, "macvlan")
                .attributeText(Rtnetlink.IFLA_INFO_SLAVE_KIND, "vrf")
                .endNested(info)
                .end();
        Link link = LinkCodec.read(message()).orElseThrow();
        assertThat(link.kind()).isEqualTo("macvlan");
        assertThat(link.parent()).contains(new Link.Parent(4, false));
        assertThat(link.master()).contains(new Link.Master(9, "vrf"));
        assertThat(link.group()).isEqualTo(5);
        assertThat(link.hardwareType()).isEqualTo(Link.ETHERNET);
        assertThat(link.resolves()).isFalse();
    }

    @Test
    void hardwareThatNamesItselfHasNoParent() throws Exception {
        for (int parent : new int[] {0, 7}) {
            writer.clear();
            beginLink(0, 0, "eth0");
            writer.attributeInt(Rtnetlink.IFLA_LINK, parent).end();
            assertThat(LinkCodec.read(message()).orElseThrow().parent()).isEmpty();
        }
    }

    @Test
    void aParentOfTheWrongSizeIsRefused() {
        beginLink(0, 0, "eth0");
        writer.attribute(Rtnetlink.IFLA_LINK, new byte[2]).end();
        assertThatThrownBy(() -> LinkCodec.read(message()))
                .isInstanceOf(NetlinkFormatException.class);
    }

    @Test
    void aBridgePortIsNotAnInterface() throws Exception {
        int bridgeFamily = 7; // AF_BRIDGE of sys/socket.h
        writeLink(bridgeFamily, 0x1043, "eth0");
        assertThat(LinkCodec.read(message())).isEmpty();
    }

    @Test
    void anEventOfAWirelessDriverIsNotAnInterface() throws Exception {
        writer.begin(16, 0, 0).putInt(0).putInt(7).putInt(0).putInt(0);
        writer.attributeText(Rtnetlink.IFLA_IFNAME, "wlan0");
        writer.attribute(Rtnetlink.IFLA_WIRELESS, new byte[8]).end();
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
        beginLink(family, flags, name);
        writer.end();
    }

    /** Index 7, Ethernet. */
    private void beginLink(int family, int flags, String name) {
        writer.begin(16, 0, 0)
                .putShort(family)
                .putShort(Link.ETHERNET)
                .putInt(7)
                .putInt(flags)
                .putInt(0)
                .attributeText(Rtnetlink.IFLA_IFNAME, name)
                .attributeInt(Rtnetlink.IFLA_MTU, 1400)
                .attribute(Rtnetlink.IFLA_ADDRESS, new byte[] {2, 0, 0, 0, 0, 1});
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
