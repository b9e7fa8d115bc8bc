package org.ninelives.linux.rtnetlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.NextHop;
import org.ninelives.api.system.Realms;
import org.ninelives.api.system.Route;
import org.ninelives.api.system.RouteEncap;
import org.ninelives.api.system.RouteMetric;
import org.ninelives.api.system.RouteMetrics;
import org.ninelives.linux.netlink.Netlink;
import org.ninelives.linux.netlink.NetlinkWriter;

/** Routes as messages: struct rtmsg and its attributes. */
final class RouteWriter {

    private RouteWriter() {}

    /**
     * Asks for the routes of a family that somebody made; kernels before 4.20 list all of the
     * family.
     *
     * @param protocol who made them; {@link RouteNumbers#RTPROT_UNSPEC} for everybody
     */
    static void writeDump(
            NetlinkWriter writer, IpAddress.Family family, int protocol, int sequence) {
        writer.begin(
                        RouteNumbers.RTM_GETROUTE,
                        Netlink.NLM_F_REQUEST | Netlink.NLM_F_DUMP,
                        sequence)
                .putByte(AddressFamily.number(family))
                .putByte(0)
                .putByte(0)
                .putByte(0)
                .putByte(RouteNumbers.RT_TABLE_UNSPEC)
                .putByte(protocol)
                .putByte(0)
                .putByte(0)
                .putInt(0)
                .end();
    }

    /**
     * Writes the adding of a route.
     *
     * @param flags {@link Netlink#NLM_F_ACK} or 0
     */
    static void writeAdd(NetlinkWriter writer, ResolvedRoute resolved, int flags, int sequence) {
        Route route = resolved.route();
        int mode =
                switch (route.mode()) {
                    case ADD -> Netlink.NLM_F_CREATE | Netlink.NLM_F_EXCL;
                    case PREPEND -> Netlink.NLM_F_CREATE;
                    case APPEND -> Netlink.NLM_F_CREATE | Netlink.NLM_F_APPEND;
                };
        begin(writer, RouteNumbers.RTM_NEWROUTE, mode | flags, sequence, resolved);
        writeHops(writer, resolved, true);
        writeRealms(writer, route.realms());
        writeMetrics(writer, route.metrics());
        route.expiresSeconds().ifPresent(s -> writer.attributeInt(RouteNumbers.RTA_EXPIRES, s));
        route.preference().ifPresent(p -> writer.attributeByte(RouteNumbers.RTA_PREF, p.number()));
        route.ttlPropagate()
                .ifPresent(on -> writer.attributeByte(RouteNumbers.RTA_TTL_PROPAGATE, on ? 1 : 0));
        writer.end();
    }

    /** Writes the removal of a route, by all that tells it from others. */
    static void writeRemove(NetlinkWriter writer, ResolvedRoute resolved, int flags, int sequence) {
        begin(writer, RouteNumbers.RTM_DELROUTE, flags, sequence, resolved);
        writeHops(writer, resolved, false);
        writer.end();
    }

    private static void begin(
            NetlinkWriter writer, int type, int flags, int sequence, ResolvedRoute resolved) {
        Route route = resolved.route();
        boolean single = route.nextHops().size() == 1;
        boolean onlink = single && route.nextHops().getFirst().onlink();
        writer.begin(type, Netlink.NLM_F_REQUEST | flags, sequence)
                .putByte(AddressFamily.number(route.family()))
                .putByte(route.destination().length())
                .putByte(route.from().map(IpPrefix::length).orElse(0))
                .putByte(route.tos())
                .putByte(RouteNumbers.RT_TABLE_UNSPEC) // Has too few bits; RTA_TABLE follows.
                .putByte(route.protocol())
                .putByte(
                        route.family() == IpAddress.Family.IPV4
                                ? route.scope()
                                : RouteNumbers.RT_SCOPE_UNIVERSE)
                .putByte(route.type().number())
                .putInt(onlink ? RouteNumbers.RTNH_F_ONLINK : 0)
                .attribute(RouteNumbers.RTA_DST, route.destination().address().bytes())
                .attributeInt(RouteNumbers.RTA_TABLE, (int) resolved.table());
        route.from().ifPresent(p -> writer.attribute(RouteNumbers.RTA_SRC, p.address().bytes()));
        route.metric().ifPresent(m -> writer.attributeInt(RouteNumbers.RTA_PRIORITY, (int) m));
        route.preferredSource()
                .ifPresent(a -> writer.attribute(RouteNumbers.RTA_PREFSRC, a.bytes()));
    }

    private static void writeHops(NetlinkWriter writer, ResolvedRoute resolved, boolean whole) {
        Route route = resolved.route();
        if (route.nextHops().size() == 1) {
            NextHop hop = route.nextHops().getFirst();
            int index = resolved.linkIndices().getFirst();
            if (index != 0) {
                writer.attributeInt(RouteNumbers.RTA_OIF, index);
            }
            writeHop(writer, hop, route.family(), whole);
        } else if (!route.nextHops().isEmpty()) {
            int start = writer.beginNested(RouteNumbers.RTA_MULTIPATH);
            for (int i = 0; i < route.nextHops().size(); i++) {
                NextHop hop = route.nextHops().get(i);
                int hopStart = writer.length();
                writer.putShort(0)
                        .putByte(hop.onlink() ? RouteNumbers.RTNH_F_ONLINK : 0)
                        .putByte(hop.weight() - 1)
                        .putInt(resolved.linkIndices().get(i));
                writeHop(writer, hop, route.family(), whole);
                writer.endNested(hopStart); // It begins with its length, as an attribute does.
            }
            writer.endNested(start);
        }
    }

    private static void writeHop(
            NetlinkWriter writer, NextHop hop, IpAddress.Family family, boolean whole) {
        hop.gateway().ifPresent(gateway -> writeGateway(writer, gateway, family));
        if (whole) {
            writeRealms(writer, hop.realms());
            Optional<RouteEncap> encap = hop.encap();
            encap.ifPresent(e -> EncapWriter.write(writer, e));
        }
    }

    private static void writeGateway(
            NetlinkWriter writer, IpAddress gateway, IpAddress.Family family) {
        byte[] address = gateway.bytes();
        if (gateway.family() == family) {
            writer.attribute(RouteNumbers.RTA_GATEWAY, address);
            return;
        }
        // struct rtvia: the family in the machine's order, then the address.
        byte[] via =
                ByteBuffer.allocate(Short.BYTES + address.length)
                        .order(ByteOrder.nativeOrder())
                        .putShort((short) AddressFamily.number(gateway.family()))
                        .put(address)
                        .array();
        writer.attribute(RouteNumbers.RTA_VIA, via);
    }

    private static void writeRealms(NetlinkWriter writer, Realms realms) {
        if (!realms.equals(Realms.NONE)) {
            writer.attributeInt(RouteNumbers.RTA_FLOW, realms.bits());
        }
    }

    private static void writeMetrics(NetlinkWriter writer, RouteMetrics metrics) {
        if (metrics.isEmpty()) {
            return;
        }
        int start = writer.beginNested(RouteNumbers.RTA_METRICS);
        int locked = metrics.congestionControlLocked() ? 1 << RouteNumbers.RTAX_CC_ALGO : 0;
        for (Map.Entry<RouteMetric, RouteMetrics.Value> metric : metrics.numbers().entrySet()) {
            int number = metric.getKey().number();
            writer.attributeInt(number, (int) metric.getValue().number());
            locked |= metric.getValue().locked() ? 1 << number : 0;
        }
        metrics.congestionControl()
                .ifPresent(name -> writer.attributeText(RouteNumbers.RTAX_CC_ALGO, name));
        if (locked != 0) {
            writer.attributeInt(RouteNumbers.RTAX_LOCK, locked);
        }
        writer.endNested(start);
    }
}
