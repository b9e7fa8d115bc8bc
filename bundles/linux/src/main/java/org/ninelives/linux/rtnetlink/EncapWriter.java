package org.ninelives.linux.rtnetlink;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.RouteEncap;
import org.ninelives.linux.netlink.NetlinkWriter;

/** What a next hop wraps packets in, as attributes. Values in them are in network order. */
final class EncapWriter {

    /** Bits of a label in its stack entry, and the mark of the last (RFC 3032 section 2.1). */
    private static final int LABEL_SHIFT = 12;

    private static final int BOTTOM_OF_STACK = 0x100;

    private EncapWriter() {}

    static void write(NetlinkWriter writer, RouteEncap encap) {
        switch (encap) {
            case RouteEncap.Ip ip -> {
                int start = begin(writer, RouteNumbers.LWTUNNEL_ENCAP_IP);
                tunnel(
                        writer,
                        ip.id(),
                        ip.destination(),
                        ip.source(),
                        ip.ttl(),
                        ip.tos(),
                        ip.flags());
                writer.endNested(start);
            }
            case RouteEncap.Ip6 ip6 -> {
                int start = begin(writer, RouteNumbers.LWTUNNEL_ENCAP_IP6);
                tunnel(
                        writer,
                        ip6.id(),
                        ip6.destination(),
                        ip6.source(),
                        ip6.hopLimit(),
                        ip6.trafficClass(),
                        ip6.flags());
                writer.endNested(start);
            }
            case RouteEncap.Mpls mpls -> {
                int start = begin(writer, RouteNumbers.LWTUNNEL_ENCAP_MPLS);
                writer.attribute(RouteNumbers.MPLS_IPTUNNEL_DST, stack(mpls.labels()));
                writer.endNested(start);
            }
            case RouteEncap.Ila ila -> {
                int start = begin(writer, RouteNumbers.LWTUNNEL_ENCAP_ILA);
                writer.attribute(RouteNumbers.ILA_ATTR_LOCATOR, bytes(ila.locator()));
                writer.endNested(start);
            }
        }
    }

    private static int begin(NetlinkWriter writer, int type) {
        writer.attributeShort(RouteNumbers.RTA_ENCAP_TYPE, type);
        return writer.beginNested(RouteNumbers.RTA_ENCAP);
    }

    private static void tunnel(
            NetlinkWriter writer,
            long id,
            Optional<IpAddress> destination,
            Optional<IpAddress> source,
            int ttl,
            int tos,
            int flags) {
        writer.attribute(RouteNumbers.LWTUNNEL_IP_ID, bytes(id));
        destination.ifPresent(a -> writer.attribute(RouteNumbers.LWTUNNEL_IP_DST, a.bytes()));
        source.ifPresent(a -> writer.attribute(RouteNumbers.LWTUNNEL_IP_SRC, a.bytes()));
        writer.attributeByte(RouteNumbers.LWTUNNEL_IP_TTL, ttl);
        writer.attributeByte(RouteNumbers.LWTUNNEL_IP_TOS, tos);
        if (flags != 0) {
            byte[] value = {(byte) (flags >> Byte.SIZE), (byte) flags};
            writer.attribute(RouteNumbers.LWTUNNEL_IP_FLAGS, value);
        }
    }

    private static byte[] stack(List<Integer> labels) {
        ByteBuffer entries = ByteBuffer.allocate(labels.size() * Integer.BYTES);
        for (int i = 0; i < labels.size(); i++) {
            int bottom = i == labels.size() - 1 ? BOTTOM_OF_STACK : 0;
            entries.putInt(labels.get(i) << LABEL_SHIFT | bottom);
        }
        return entries.array();
    }

    private static byte[] bytes(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }
}
