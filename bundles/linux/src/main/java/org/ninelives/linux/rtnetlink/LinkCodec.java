package org.ninelives.linux.rtnetlink;

import static org.ninelives.linux.libc.Constants.AF_UNSPEC;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.MacAddress;
import org.ninelives.api.system.Link;
import org.ninelives.linux.netlink.AttributeReader;
import org.ninelives.linux.netlink.Netlink;
import org.ninelives.linux.netlink.NetlinkFormatException;
import org.ninelives.linux.netlink.NetlinkReader;
import org.ninelives.linux.netlink.NetlinkWriter;

/** Interfaces as messages: struct ifinfomsg and its attributes. */
public final class LinkCodec {

    private static final int MAC_BYTES = 6;

    private LinkCodec() {}

    public static void writeDump(NetlinkWriter writer, int sequence) {
        writer.begin(Rtnetlink.RTM_GETLINK, Netlink.NLM_F_REQUEST | Netlink.NLM_F_DUMP, sequence)
                .putInt(AF_UNSPEC)
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .attributeInt(Rtnetlink.IFLA_EXT_MASK, Rtnetlink.RTEXT_FILTER_SKIP_STATS)
                .end();
    }

    /**
     * The interface in an RTM_NEWLINK or RTM_DELLINK message; empty when the message is not about
     * an interface itself: a bridge reports its ports in the same group, and there RTM_DELLINK
     * means that the port left the bridge; a wireless driver reports its own events, and there most
     * attributes are missing.
     */
    public static Optional<Link> read(NetlinkReader message) throws NetlinkFormatException {
        AttributeReader attributes = message.attributes(Rtnetlink.IFINFOMSG);
        ByteBuffer info = message.body();
        if (info.get(0) != AF_UNSPEC) {
            return Optional.empty();
        }
        int index = info.getInt(4);
        int flags = info.getInt(8);
        String name = "";
        MacAddress mac = new MacAddress(0);
        int mtu = 0;
        int group = 0;
        int parent = 0;
        boolean parentHere = true;
        int master = 0;
        Kinds kinds = Kinds.NONE;
        while (attributes.next()) {
            switch (attributes.type()) {
                case Rtnetlink.IFLA_IFNAME -> name = attributes.asText();
                case Rtnetlink.IFLA_MTU -> mtu = attributes.asInt();
                case Rtnetlink.IFLA_ADDRESS -> mac = mac(attributes.asBytes());
                case Rtnetlink.IFLA_GROUP -> group = attributes.asInt();
                case Rtnetlink.IFLA_LINK -> parent = attributes.asInt();
                case Rtnetlink.IFLA_LINK_NETNSID -> parentHere = false;
                case Rtnetlink.IFLA_MASTER -> master = attributes.asInt();
                case Rtnetlink.IFLA_WIRELESS -> {
                    return Optional.empty();
                }
                case Rtnetlink.IFLA_LINKINFO -> kinds = Kinds.read(attributes.nested());
                default -> {} // The kernel tells much more than is of interest here.
            }
        }
        return Optional.of(
                new Link(
                        index,
                        interfaceName(name),
                        mac,
                        mtu,
                        (flags & Rtnetlink.IFF_UP) != 0,
                        (flags & Rtnetlink.IFF_RUNNING) != 0,
                        (flags & Rtnetlink.IFF_MULTICAST) != 0,
                        (flags & Rtnetlink.IFF_NOARP) == 0,
                        Short.toUnsignedInt(info.getShort(2)),
                        kinds.own(),
                        group,
                        // Hardware that has no parent names itself, a tunnel 0.
                        parent == 0 || (parent == index && parentHere)
                                ? Optional.empty()
                                : Optional.of(new Link.Parent(parent, parentHere)),
                        master == 0
                                ? Optional.empty()
                                : Optional.of(new Link.Master(master, kinds.ofMaster()))));
    }

    /** What made an interface, and what made its master; empty where there is none. */
    private record Kinds(String own, String ofMaster) {

        static final Kinds NONE = new Kinds("", "");

        static Kinds read(AttributeReader info) throws NetlinkFormatException {
            String own = "";
            String ofMaster = "";
            while (info.next()) {
                switch (info.type()) {
                    case Rtnetlink.IFLA_INFO_KIND -> own = info.asText();
                    case Rtnetlink.IFLA_INFO_SLAVE_KIND -> ofMaster = info.asText();
                    default -> {} // Settings of that kind.
                }
            }
            return new Kinds(own, ofMaster);
        }
    }

    private static MacAddress mac(byte[] bytes) {
        return bytes.length == MAC_BYTES ? MacAddress.ofBytes(bytes) : new MacAddress(0);
    }

    private static InterfaceName interfaceName(String name) throws NetlinkFormatException {
        try {
            return new InterfaceName(name);
        } catch (IllegalArgumentException e) {
            throw new NetlinkFormatException(e.getMessage());
        }
    }
}
