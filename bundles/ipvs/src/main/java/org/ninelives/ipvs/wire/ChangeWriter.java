package org.ninelives.ipvs.wire;

import org.ninelives.api.ipvs.Forwarding;
import org.ninelives.api.ipvs.IpvsChange;
import org.ninelives.api.ipvs.IpvsDestination;
import org.ninelives.api.ipvs.IpvsService;
import org.ninelives.api.ipvs.IpvsTimeouts;
import org.ninelives.api.ipvs.Persistence;
import org.ninelives.api.ipvs.SchedulerFlag;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.ipvs.SyncDaemon;
import org.ninelives.api.net.IpAddress;
import org.ninelives.linux.genetlink.RequestWriter;
import org.ninelives.linux.netlink.NetlinkWriter;

/** Writes what IPVS is told. */
public final class ChangeWriter implements RequestWriter<IpvsChange> {

    private static final int ALL_FLAGS = ~0;

    @Override
    public int command(IpvsChange change) {
        return switch (change) {
            case IpvsChange.AddService add -> IpvsNumbers.CMD_NEW_SERVICE;
            case IpvsChange.EditService edit -> IpvsNumbers.CMD_SET_SERVICE;
            case IpvsChange.DeleteService delete -> IpvsNumbers.CMD_DEL_SERVICE;
            case IpvsChange.AddDestination add -> IpvsNumbers.CMD_NEW_DEST;
            case IpvsChange.EditDestination edit -> IpvsNumbers.CMD_SET_DEST;
            case IpvsChange.DeleteDestination delete -> IpvsNumbers.CMD_DEL_DEST;
            case IpvsChange.Flush flush -> IpvsNumbers.CMD_FLUSH;
            case IpvsChange.SetTimeouts set -> IpvsNumbers.CMD_SET_CONFIG;
            case IpvsChange.StartSync start -> IpvsNumbers.CMD_NEW_DAEMON;
            case IpvsChange.StopSync stop -> IpvsNumbers.CMD_DEL_DAEMON;
        };
    }

    @Override
    public void writeAttributes(IpvsChange change, NetlinkWriter writer) {
        switch (change) {
            case IpvsChange.AddService add -> service(add.service(), writer);
            case IpvsChange.EditService edit -> service(edit.service(), writer);
            case IpvsChange.DeleteService delete -> key(delete.key(), writer);
            case IpvsChange.AddDestination add -> {
                key(add.service(), writer);
                destination(add.destination(), writer);
            }
            case IpvsChange.EditDestination edit -> {
                key(edit.service(), writer);
                destination(edit.destination(), writer);
            }
            case IpvsChange.DeleteDestination delete -> {
                key(delete.service(), writer);
                int nested = writer.beginNested(IpvsNumbers.CMD_ATTR_DEST);
                host(delete.destination().address(), delete.destination().port(), writer);
                writer.endNested(nested);
            }
            case IpvsChange.Flush flush -> {} // The command says it all.
            case IpvsChange.SetTimeouts set -> timeouts(set.timeouts(), writer);
            case IpvsChange.StartSync start -> daemon(start.daemon(), writer);
            case IpvsChange.StopSync stop -> {
                int nested = writer.beginNested(IpvsNumbers.CMD_ATTR_DAEMON);
                writer.attributeInt(IpvsNumbers.DAEMON_ATTR_STATE, state(stop.role()));
                writer.endNested(nested);
            }
        }
    }

    /** Which service is meant. */
    public static void key(ServiceKey key, NetlinkWriter writer) {
        int nested = writer.beginNested(IpvsNumbers.CMD_ATTR_SERVICE);
        keyAttributes(key, writer);
        writer.endNested(nested);
    }

    private static void keyAttributes(ServiceKey key, NetlinkWriter writer) {
        writer.attributeShort(IpvsNumbers.SVC_ATTR_AF, number(key.family()));
        switch (key) {
            case ServiceKey.Mark mark ->
                    writer.attributeInt(IpvsNumbers.SVC_ATTR_FWMARK, (int) mark.mark());
            case ServiceKey.Endpoint endpoint -> {
                int protocol = endpoint.protocol().number();
                writer.attributeShort(IpvsNumbers.SVC_ATTR_PROTOCOL, protocol);
                address(IpvsNumbers.SVC_ATTR_ADDR, endpoint.address(), writer);
                port(IpvsNumbers.SVC_ATTR_PORT, endpoint.port(), writer);
            }
        }
    }

    private static void service(IpvsService service, NetlinkWriter writer) {
        int nested = writer.beginNested(IpvsNumbers.CMD_ATTR_SERVICE);
        keyAttributes(service.key(), writer);
        writer.attributeText(IpvsNumbers.SVC_ATTR_SCHED_NAME, service.scheduler());
        service.persistence()
                .flatMap(Persistence::engine)
                .ifPresent(name -> writer.attributeText(IpvsNumbers.SVC_ATTR_PE_NAME, name));
        writer.beginAttribute(IpvsNumbers.SVC_ATTR_FLAGS, 2 * Integer.BYTES);
        writer.putInt(flags(service)).putInt(ALL_FLAGS);
        int seconds = service.persistence().map(Persistence::seconds).orElse(0);
        writer.attributeInt(IpvsNumbers.SVC_ATTR_TIMEOUT, seconds);
        IpAddress.Family family = service.key().family();
        int prefix = service.persistence().map(Persistence::prefixLength).orElse(family.bits());
        mask(family, prefix, writer);
        writer.endNested(nested);
    }

    private static int flags(IpvsService service) {
        int flags = service.persistence().isPresent() ? IpvsNumbers.SVC_F_PERSISTENT : 0;
        if (service.onePacket()) {
            flags |= IpvsNumbers.SVC_F_ONEPACKET;
        }
        for (SchedulerFlag flag : service.flags()) {
            flags |= IpvsNumbers.SVC_F_SCHED1 << IpvsNumbers.SCHEDULER_FLAGS.indexOf(flag);
        }
        return flags;
    }

    /** A mask of IPv4, but the length of a prefix of IPv6. */
    private static void mask(IpAddress.Family family, int prefix, NetlinkWriter writer) {
        if (family == IpAddress.Family.IPV6) {
            writer.attributeInt(IpvsNumbers.SVC_ATTR_NETMASK, prefix);
        } else {
            int bits = prefix == 0 ? 0 : -1 << (Integer.SIZE - prefix);
            writer.attributeAddress(IpvsNumbers.SVC_ATTR_NETMASK, IpAddress.ofIpv4(bits));
        }
    }

    private static void destination(IpvsDestination destination, NetlinkWriter writer) {
        int nested = writer.beginNested(IpvsNumbers.CMD_ATTR_DEST);
        host(destination.key().address(), destination.key().port(), writer);
        Forwarding forwarding = destination.forwarding();
        int method = IpvsNumbers.METHODS.indexOf(forwarding.method());
        writer.attributeInt(IpvsNumbers.DEST_ATTR_FWD_METHOD, method);
        writer.attributeInt(IpvsNumbers.DEST_ATTR_WEIGHT, destination.weight());
        forwarding.tunnel().ifPresent(tunnel -> tunnel(tunnel, writer));
        writer.attributeInt(IpvsNumbers.DEST_ATTR_U_THRESH, (int) destination.upperThreshold());
        writer.attributeInt(IpvsNumbers.DEST_ATTR_L_THRESH, (int) destination.lowerThreshold());
        writer.endNested(nested);
    }

    private static void host(IpAddress address, int port, NetlinkWriter writer) {
        writer.attributeShort(IpvsNumbers.DEST_ATTR_ADDR_FAMILY, number(address.family()));
        address(IpvsNumbers.DEST_ATTR_ADDR, address, writer);
        port(IpvsNumbers.DEST_ATTR_PORT, port, writer);
    }

    private static void tunnel(Forwarding.Tunnel tunnel, NetlinkWriter writer) {
        int type = IpvsNumbers.TUNNEL_TYPES.indexOf(tunnel.type());
        writer.attributeByte(IpvsNumbers.DEST_ATTR_TUN_TYPE, type);
        port(IpvsNumbers.DEST_ATTR_TUN_PORT, tunnel.port(), writer);
        int flags =
                switch (tunnel.checksum()) {
                    case NONE -> 0;
                    case FULL -> IpvsNumbers.TUNNEL_CSUM;
                    case REMOTE -> IpvsNumbers.TUNNEL_REMCSUM;
                };
        writer.attributeShort(IpvsNumbers.DEST_ATTR_TUN_FLAGS, flags);
    }

    private static void timeouts(IpvsTimeouts timeouts, NetlinkWriter writer) {
        writer.attributeInt(IpvsNumbers.CMD_ATTR_TIMEOUT_TCP, timeouts.tcp());
        writer.attributeInt(IpvsNumbers.CMD_ATTR_TIMEOUT_TCP_FIN, timeouts.tcpFin());
        writer.attributeInt(IpvsNumbers.CMD_ATTR_TIMEOUT_UDP, timeouts.udp());
    }

    private static void daemon(SyncDaemon daemon, NetlinkWriter writer) {
        int nested = writer.beginNested(IpvsNumbers.CMD_ATTR_DAEMON);
        writer.attributeInt(IpvsNumbers.DAEMON_ATTR_STATE, state(daemon.role()));
        writer.attributeText(IpvsNumbers.DAEMON_ATTR_MCAST_IFN, daemon.interfaceName().toString());
        writer.attributeInt(IpvsNumbers.DAEMON_ATTR_SYNC_ID, daemon.syncId());
        daemon.maxLength()
                .ifPresent(
                        length ->
                                writer.attributeShort(IpvsNumbers.DAEMON_ATTR_SYNC_MAXLEN, length));
        daemon.port()
                .ifPresent(port -> writer.attributeShort(IpvsNumbers.DAEMON_ATTR_MCAST_PORT, port));
        daemon.ttl().ifPresent(ttl -> writer.attributeByte(IpvsNumbers.DAEMON_ATTR_MCAST_TTL, ttl));
        daemon.group().ifPresent(group -> writer.attributeAddress(groupAttribute(group), group));
        writer.endNested(nested);
    }

    private static int groupAttribute(IpAddress group) {
        return group.family() == IpAddress.Family.IPV4
                ? IpvsNumbers.DAEMON_ATTR_MCAST_GROUP
                : IpvsNumbers.DAEMON_ATTR_MCAST_GROUP6;
    }

    private static int state(SyncDaemon.Role role) {
        return switch (role) {
            case MASTER -> IpvsNumbers.STATE_MASTER;
            case BACKUP -> IpvsNumbers.STATE_BACKUP;
        };
    }

    private static int number(IpAddress.Family family) {
        return switch (family) {
            case IPV4 -> IpvsNumbers.AF_INET;
            case IPV6 -> IpvsNumbers.AF_INET6;
        };
    }

    /** The kernel wants the length of an IPv6 address for both families. */
    private static void address(int type, IpAddress address, NetlinkWriter writer) {
        if (address.family() == IpAddress.Family.IPV6) {
            writer.attributeAddress(type, address);
            return;
        }
        int bits = address.ipv4Bits();
        writer.beginAttribute(type, IpvsNumbers.ADDRESS);
        writer.putByte(bits >>> 24).putByte(bits >>> 16).putByte(bits >>> 8).putByte(bits);
        writer.putInt(0).putInt(0).putInt(0);
    }

    /** In network order, behind which comes padding. */
    private static void port(int type, int port, NetlinkWriter writer) {
        writer.attribute(type, new byte[] {(byte) (port >>> 8), (byte) port});
    }
}
