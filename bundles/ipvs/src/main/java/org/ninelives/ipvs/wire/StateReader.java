package org.ninelives.ipvs.wire;

import java.util.Optional;
import java.util.OptionalInt;
import org.ninelives.api.ipvs.IpvsTimeouts;
import org.ninelives.api.ipvs.SyncDaemon;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.linux.netlink.AttributeReader;
import org.ninelives.linux.netlink.NetlinkFormatException;

/** Reads what IPVS has besides services: its version, timeouts and sync daemons. */
public final class StateReader {

    private StateReader() {}

    /** The version in an answer to IPVS_CMD_GET_INFO, such as {@code 1.2.1}. */
    public static String version(AttributeReader attribute) throws NetlinkFormatException {
        while (attribute.next()) {
            if (attribute.type() == IpvsNumbers.INFO_ATTR_VERSION) {
                int version = attribute.asInt();
                return (version >>> 16 & 0xff)
                        + "."
                        + (version >>> 8 & 0xff)
                        + "."
                        + (version & 0xff);
            }
        }
        throw new NetlinkFormatException("a message without the version");
    }

    /** The timeouts in an answer to IPVS_CMD_GET_CONFIG; 0 for a protocol not in the kernel. */
    public static IpvsTimeouts timeouts(AttributeReader attribute) throws NetlinkFormatException {
        int tcp = 0;
        int tcpFin = 0;
        int udp = 0;
        while (attribute.next()) {
            switch (attribute.type()) {
                case IpvsNumbers.CMD_ATTR_TIMEOUT_TCP -> tcp = attribute.asInt();
                case IpvsNumbers.CMD_ATTR_TIMEOUT_TCP_FIN -> tcpFin = attribute.asInt();
                case IpvsNumbers.CMD_ATTR_TIMEOUT_UDP -> udp = attribute.asInt();
                default -> {} // What later kernels tell.
            }
        }
        return new IpvsTimeouts(tcp, tcpFin, udp);
    }

    /** The sync daemon in a part of an answer to IPVS_CMD_GET_DAEMON. */
    public static SyncDaemon daemon(AttributeReader attributes) throws NetlinkFormatException {
        while (attributes.next()) {
            if (attributes.type() == IpvsNumbers.CMD_ATTR_DAEMON) {
                return read(attributes.nested());
            }
        }
        throw new NetlinkFormatException("a message without its sync daemon");
    }

    private static SyncDaemon read(AttributeReader attribute) throws NetlinkFormatException {
        int state = 0;
        String name = "";
        int syncId = 0;
        OptionalInt maxLength = OptionalInt.empty();
        Optional<IpAddress> group = Optional.empty();
        OptionalInt port = OptionalInt.empty();
        OptionalInt ttl = OptionalInt.empty();
        while (attribute.next()) {
            switch (attribute.type()) {
                case IpvsNumbers.DAEMON_ATTR_STATE -> state = attribute.asInt();
                case IpvsNumbers.DAEMON_ATTR_MCAST_IFN -> name = attribute.asText();
                case IpvsNumbers.DAEMON_ATTR_SYNC_ID -> syncId = attribute.asInt();
                case IpvsNumbers.DAEMON_ATTR_SYNC_MAXLEN ->
                        maxLength = OptionalInt.of(attribute.asShort());
                case IpvsNumbers.DAEMON_ATTR_MCAST_GROUP ->
                        group = Optional.of(group(attribute, IpAddress.Family.IPV4));
                case IpvsNumbers.DAEMON_ATTR_MCAST_GROUP6 ->
                        group = Optional.of(group(attribute, IpAddress.Family.IPV6));
                case IpvsNumbers.DAEMON_ATTR_MCAST_PORT ->
                        port = OptionalInt.of(attribute.asShort());
                case IpvsNumbers.DAEMON_ATTR_MCAST_TTL -> ttl = OptionalInt.of(attribute.asByte());
                default -> {} // What later kernels tell.
            }
        }
        return new SyncDaemon(
                role(state), interfaceName(name), syncId, maxLength, group, port, ttl);
    }

    private static IpAddress group(AttributeReader attribute, IpAddress.Family family)
            throws NetlinkFormatException {
        return Addresses.address(attribute.asBytes(), family);
    }

    private static SyncDaemon.Role role(int state) throws NetlinkFormatException {
        return switch (state) {
            case IpvsNumbers.STATE_MASTER -> SyncDaemon.Role.MASTER;
            case IpvsNumbers.STATE_BACKUP -> SyncDaemon.Role.BACKUP;
            default -> throw new NetlinkFormatException("state " + state + " of a sync daemon");
        };
    }

    private static InterfaceName interfaceName(String name) throws NetlinkFormatException {
        try {
            return new InterfaceName(name);
        } catch (IllegalArgumentException e) {
            throw new NetlinkFormatException(e.getMessage());
        }
    }
}
