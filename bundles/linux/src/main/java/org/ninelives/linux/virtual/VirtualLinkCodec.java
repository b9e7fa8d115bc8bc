package org.ninelives.linux.virtual;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.ninelives.linux.libc.Constants.AF_INET6;
import static org.ninelives.linux.libc.Constants.AF_UNSPEC;
import static org.ninelives.linux.netlink.Netlink.NLM_F_ACK;
import static org.ninelives.linux.netlink.Netlink.NLM_F_CREATE;
import static org.ninelives.linux.netlink.Netlink.NLM_F_EXCL;
import static org.ninelives.linux.netlink.Netlink.NLM_F_REQUEST;

import java.util.Optional;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.MacAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.VirtualLinkKind;
import org.ninelives.linux.netlink.AttributeReader;
import org.ninelives.linux.netlink.NetlinkFormatException;
import org.ninelives.linux.netlink.NetlinkReader;
import org.ninelives.linux.netlink.NetlinkWriter;
import org.ninelives.linux.rtnetlink.LinkCodec;
import org.ninelives.linux.rtnetlink.Rtnetlink;

/** Virtual interfaces as messages. */
final class VirtualLinkCodec {

    private VirtualLinkCodec() {}

    static void writeQuery(NetlinkWriter writer, InterfaceName name, int sequence) {
        begin(writer, Rtnetlink.RTM_GETLINK, NLM_F_REQUEST, sequence, 0, 0);
        writer.attributeInt(Rtnetlink.IFLA_EXT_MASK, Rtnetlink.RTEXT_FILTER_SKIP_STATS)
                .attributeText(Rtnetlink.IFLA_IFNAME, name.name())
                .end();
    }

    static void writeQuery(NetlinkWriter writer, int index, int sequence) {
        begin(writer, Rtnetlink.RTM_GETLINK, NLM_F_REQUEST, sequence, index, 0);
        writer.attributeInt(Rtnetlink.IFLA_EXT_MASK, Rtnetlink.RTEXT_FILTER_SKIP_STATS).end();
    }

    /**
     * An interface to be made.
     *
     * @param masterIndex the VRF it joins; 0 for none
     */
    static void writeCreate(
            NetlinkWriter writer,
            InterfaceName name,
            VirtualLinkKind kind,
            int parentIndex,
            int masterIndex,
            int group,
            int sequence) {
        int flags = NLM_F_REQUEST | NLM_F_ACK | NLM_F_CREATE | NLM_F_EXCL;
        begin(writer, Rtnetlink.RTM_NEWLINK, flags, sequence, 0, 0);
        writer.attributeText(Rtnetlink.IFLA_IFNAME, name.name())
                .attributeInt(LinkAttributes.IFLA_LINK, parentIndex)
                .attributeInt(LinkAttributes.IFLA_GROUP, group);
        if (masterIndex != 0) {
            writer.attributeInt(LinkAttributes.IFLA_MASTER, masterIndex);
        }
        if (kind instanceof VirtualLinkKind.Macvlan macvlan) {
            writer.attribute(Rtnetlink.IFLA_ADDRESS, bytes(macvlan.mac()));
        }
        int info = writer.beginNested(LinkAttributes.IFLA_LINKINFO);
        writer.attributeText(LinkAttributes.IFLA_INFO_KIND, kind.kernelName());
        int data = writer.beginNested(LinkAttributes.IFLA_INFO_DATA);
        switch (kind) {
            case VirtualLinkKind.Macvlan macvlan ->
                    writer.attributeInt(
                            LinkAttributes.IFLA_MACVLAN_MODE, LinkAttributes.MACVLAN_MODE_PRIVATE);
            case VirtualLinkKind.Ipvlan ipvlan ->
                    writer.attributeShort(
                                    LinkAttributes.IFLA_IPVLAN_MODE, LinkAttributes.IPVLAN_MODE_L2)
                            .attributeShort(LinkAttributes.IFLA_IPVLAN_FLAGS, flags(ipvlan.flag()));
        }
        writer.endNested(data).endNested(info).end();
    }

    /** Our mark, and the group. */
    static void writeMark(NetlinkWriter writer, int index, int group, int sequence) {
        begin(writer, Rtnetlink.RTM_NEWLINK, NLM_F_REQUEST | NLM_F_ACK, sequence, index, 0);
        writer.attribute(LinkAttributes.IFLA_IFALIAS, LinkDetails.MARK.getBytes(US_ASCII))
                .attributeInt(LinkAttributes.IFLA_GROUP, group)
                .end();
    }

    /** No link-local address that the kernel derives from the Ethernet address. */
    static void writeNoGeneratedAddress(NetlinkWriter writer, int index, int sequence) {
        begin(writer, Rtnetlink.RTM_NEWLINK, NLM_F_REQUEST | NLM_F_ACK, sequence, index, 0);
        int families = writer.beginNested(LinkAttributes.IFLA_AF_SPEC);
        int ipv6 = writer.beginNested(AF_INET6);
        writer.attributeByte(
                        LinkAttributes.IFLA_INET6_ADDR_GEN_MODE,
                        LinkAttributes.IN6_ADDR_GEN_MODE_NONE)
                .endNested(ipv6)
                .endNested(families)
                .end();
    }

    static void writeUp(NetlinkWriter writer, int index, int sequence) {
        int flags = NLM_F_REQUEST | NLM_F_ACK;
        begin(writer, Rtnetlink.RTM_NEWLINK, flags, sequence, index, Rtnetlink.IFF_UP);
        writer.end();
    }

    static void writeDelete(NetlinkWriter writer, int index, int sequence) {
        begin(writer, Rtnetlink.RTM_DELLINK, NLM_F_REQUEST | NLM_F_ACK, sequence, index, 0);
        writer.end();
    }

    /** All interfaces of a group, in one step. */
    static void writeDeleteGroup(NetlinkWriter writer, int group, int sequence) {
        begin(writer, Rtnetlink.RTM_DELLINK, NLM_F_REQUEST | NLM_F_ACK, sequence, 0, 0);
        writer.attributeInt(LinkAttributes.IFLA_GROUP, group).end();
    }

    /** The header and struct ifinfomsg; of the flags those that are set are changed. */
    private static void begin(
            NetlinkWriter writer, int type, int flags, int sequence, int index, int linkFlags) {
        writer.begin(type, flags, sequence)
                .putInt(AF_UNSPEC)
                .putInt(index)
                .putInt(linkFlags)
                .putInt(linkFlags);
    }

    /** The interface in an RTM_NEWLINK message. */
    static Optional<LinkDetails> read(NetlinkReader message) throws NetlinkFormatException {
        Optional<Link> link = LinkCodec.read(message);
        return link.isPresent() ? Optional.of(read(link.get(), message)) : Optional.empty();
    }

    private static LinkDetails read(Link link, NetlinkReader message)
            throws NetlinkFormatException {
        AttributeReader attributes = message.attributes(Rtnetlink.IFINFOMSG);
        int parent = 0;
        int master = 0;
        int group = 0;
        String alias = "";
        KindDetails kind = KindDetails.NONE;
        boolean parentElsewhere = false;
        while (attributes.next()) {
            switch (attributes.type()) {
                case LinkAttributes.IFLA_LINK -> parent = attributes.asInt();
                case LinkAttributes.IFLA_LINK_NETNSID -> parentElsewhere = true;
                case LinkAttributes.IFLA_MASTER -> master = attributes.asInt();
                case LinkAttributes.IFLA_GROUP -> group = attributes.asInt();
                case LinkAttributes.IFLA_IFALIAS -> alias = attributes.asText();
                case LinkAttributes.IFLA_LINKINFO -> kind = KindDetails.read(attributes.nested());
                default -> {} // What LinkCodec reads, and much more.
            }
        }
        return new LinkDetails(
                link,
                kind.name(),
                parentElsewhere ? 0 : parent,
                master,
                group,
                alias,
                kind.mode(),
                kind.flags());
    }

    /** Whether an interface is of a kind, with its Ethernet address, mode and flags. */
    static boolean isOfKind(LinkDetails details, VirtualLinkKind kind) {
        if (!details.kind().equals(kind.kernelName())) {
            return false;
        }
        return switch (kind) {
            case VirtualLinkKind.Macvlan macvlan ->
                    details.mode() == LinkAttributes.MACVLAN_MODE_PRIVATE
                            && details.link().mac().equals(macvlan.mac());
            case VirtualLinkKind.Ipvlan ipvlan ->
                    details.mode() == LinkAttributes.IPVLAN_MODE_L2
                            && details.flags() == flags(ipvlan.flag());
        };
    }

    private static int flags(VirtualLinkKind.IpvlanFlag flag) {
        return switch (flag) {
            case BRIDGE -> 0;
            case PRIVATE -> LinkAttributes.IPVLAN_F_PRIVATE;
            case VEPA -> LinkAttributes.IPVLAN_F_VEPA;
        };
    }

    private static byte[] bytes(MacAddress mac) {
        byte[] bytes = new byte[6];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (mac.bits() >>> (40 - 8 * i));
        }
        return bytes;
    }
}
