package org.ninelives.linux.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.MacAddress;
import org.ninelives.api.system.VirtualLinkKind;
import org.ninelives.api.system.VirtualLinkKind.IpvlanFlag;
import org.ninelives.linux.netlink.NetlinkFormatException;
import org.ninelives.linux.netlink.NetlinkReader;
import org.ninelives.linux.netlink.NetlinkWriter;
import org.ninelives.linux.rtnetlink.Rtnetlink;

/** The bytes are those of a little-endian machine. */
class VirtualLinkCodecTest {

    private static final InterfaceName NAME = new InterfaceName("vrrp.51");
    private static final MacAddress MAC = new MacAddress(0x0000_5e00_0133L);
    private static final VirtualLinkKind MACVLAN = new VirtualLinkKind.Macvlan(MAC);

    private final ByteBuffer buffer = ByteBuffer.allocate(1024);
    private final NetlinkWriter writer = new NetlinkWriter(buffer);

    @BeforeEach
    void littleEndian() {
        assumeThat(ByteOrder.nativeOrder()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void aMacvlanIsPrivateAndHasItsAddress() {
        VirtualLinkCodec.writeCreate(writer, NAME, MACVLAN, 2, 0, 7, 1);
        assertThat(writtenAttributes())
                .isEqualTo(
                        "0c000300"
                                + "767272702e353100"
                                + "08000500"
                                + "02000000"
                                + "08001b00"
                                + "07000000"
                                + "0a000100"
                                + "00005e0001330000"
                                + "1c001280"
                                + "0c000100"
                                + "6d6163766c616e00"
                                + "0c000280"
                                + "08000100"
                                + "01000000");
    }

    @Test
    void aVrfIsJoined() {
        VirtualLinkCodec.writeCreate(writer, NAME, MACVLAN, 2, 9, 0, 1);
        assertThat(writtenAttributes()).contains("08000a00" + "09000000");
    }

    @Test
    void anIpvlanHasModeAndFlagAndNoAddress() {
        VirtualLinkKind vepa = new VirtualLinkKind.Ipvlan(IpvlanFlag.VEPA);
        VirtualLinkCodec.writeCreate(writer, NAME, vepa, 2, 0, 0, 1);
        assertThat(writtenAttributes())
                .endsWith(
                        "0b000100"
                                + "6970766c616e0000"
                                + "14000280"
                                + "06000100"
                                + "00000000"
                                + "06000200"
                                + "02000000")
                .doesNotContain("0a000100");
    }

    @Test
    void whatWasWrittenIsReadAsTheSameKind() throws Exception {
        for (IpvlanFlag flag : IpvlanFlag.values()) {
            VirtualLinkKind kind = new VirtualLinkKind.Ipvlan(flag);
            LinkDetails details = reread(kind, 4, 0);
            for (IpvlanFlag other : IpvlanFlag.values()) {
                assertThat(VirtualLinkCodec.isOfKind(details, new VirtualLinkKind.Ipvlan(other)))
                        .isEqualTo(flag == other);
            }
            assertThat(VirtualLinkCodec.isOfKind(details, MACVLAN)).isFalse();
        }
        LinkDetails macvlan = reread(MACVLAN, 4, 3);
        assertThat(VirtualLinkCodec.isOfKind(macvlan, MACVLAN)).isTrue();
        assertThat(
                        VirtualLinkCodec.isOfKind(
                                macvlan, new VirtualLinkKind.Macvlan(new MacAddress(1))))
                .isFalse();
        assertThat(macvlan.parentIndex()).isEqualTo(4);
        assertThat(macvlan.group()).isEqualTo(3);
        assertThat(macvlan.isOurs()).isFalse();
    }

    @Test
    void aParentInAnotherNamespaceIsNone() throws Exception {
        begin().attributeInt(LinkAttributes.IFLA_LINK, 4)
                .attributeInt(LinkAttributes.IFLA_LINK_NETNSID, 0)
                .end();
        assertThat(read().orElseThrow().parentIndex()).isZero();
    }

    @Test
    void ourMarkAndTheMasterAreRead() throws Exception {
        begin().attributeText(LinkAttributes.IFLA_IFALIAS, "ninelives")
                .attributeInt(LinkAttributes.IFLA_MASTER, 12)
                .end();
        LinkDetails details = read().orElseThrow();
        assertThat(details.isOurs()).isTrue();
        assertThat(details.masterIndex()).isEqualTo(12);
        assertThat(details.kind()).isEmpty();
    }

    @Test
    void theDetailsOfOtherKindsAreNotMistaken() throws Exception {
        begin();
        int info = writer.beginNested(LinkAttributes.IFLA_LINKINFO);
        writer.attributeText(LinkAttributes.IFLA_INFO_KIND, "vlan");
        int data = writer.beginNested(LinkAttributes.IFLA_INFO_DATA);
        writer.attributeShort(1, 51).endNested(data).endNested(info).end();
        LinkDetails details = read().orElseThrow();
        assertThat(details.kind()).isEqualTo("vlan");
        assertThat(details.mode()).isZero();
    }

    private LinkDetails reread(VirtualLinkKind kind, int parent, int group) throws Exception {
        VirtualLinkCodec.writeCreate(writer.clear(), NAME, kind, parent, 0, group, 1);
        return read().orElseThrow();
    }

    private NetlinkWriter begin() {
        return writer.begin(Rtnetlink.RTM_NEWLINK, 0, 1)
                .putInt(0)
                .putInt(5)
                .putInt(0)
                .putInt(0)
                .attributeText(Rtnetlink.IFLA_IFNAME, "vrrp.51");
    }

    private Optional<LinkDetails> read() throws NetlinkFormatException {
        NetlinkReader message =
                new NetlinkReader(buffer.duplicate().position(0).limit(writer.length()));
        assertThat(message.next()).isTrue();
        return VirtualLinkCodec.read(message);
    }

    /** What follows struct ifinfomsg. */
    private String writtenAttributes() {
        byte[] bytes = new byte[writer.length() - 32];
        buffer.get(32, bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
