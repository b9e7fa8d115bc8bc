package org.ninelives.ipvs.wire;

import java.util.Optional;
import org.ninelives.api.ipvs.DestinationEntry;
import org.ninelives.api.ipvs.DestinationKey;
import org.ninelives.api.ipvs.Forwarding;
import org.ninelives.api.ipvs.IpvsDestination;
import org.ninelives.api.net.IpAddress;
import org.ninelives.linux.netlink.AttributeReader;
import org.ninelives.linux.netlink.NetlinkFormatException;

/** Reads destinations. */
public final class DestinationReader {

    private final CountersReader counters = new CountersReader();
    private IpAddress.Family family;
    private byte[] address = {};
    private int port;
    private int method;
    private int weight;
    private long upper;
    private long lower;
    private long active;
    private long inactive;
    private long persistent;
    private int tunnelType;
    private int tunnelPort;
    private int tunnelFlags;

    private DestinationReader(IpAddress.Family family) {
        this.family = family;
    }

    /**
     * Reads a message with a destination.
     *
     * @param family of the service, which is the destination's in kernels that do not tell (before
     *     Linux 3.18)
     */
    public static DestinationEntry read(AttributeReader attributes, IpAddress.Family family)
            throws NetlinkFormatException {
        while (attributes.next()) {
            if (attributes.type() == IpvsNumbers.CMD_ATTR_DEST) {
                DestinationReader reader = new DestinationReader(family);
                reader.readAll(attributes.nested());
                return reader.entry();
            }
        }
        throw new NetlinkFormatException("a message without its destination");
    }

    private void readAll(AttributeReader attribute) throws NetlinkFormatException {
        while (attribute.next()) {
            switch (attribute.type()) {
                case IpvsNumbers.DEST_ATTR_ADDR_FAMILY ->
                        family = Addresses.family(attribute.asShort());
                case IpvsNumbers.DEST_ATTR_ADDR -> address = attribute.asBytes();
                case IpvsNumbers.DEST_ATTR_PORT -> port = Addresses.port(attribute);
                case IpvsNumbers.DEST_ATTR_FWD_METHOD -> method = attribute.asInt();
                case IpvsNumbers.DEST_ATTR_WEIGHT -> weight = attribute.asInt();
                case IpvsNumbers.DEST_ATTR_U_THRESH -> upper = number(attribute);
                case IpvsNumbers.DEST_ATTR_L_THRESH -> lower = number(attribute);
                case IpvsNumbers.DEST_ATTR_ACTIVE_CONNS -> active = number(attribute);
                case IpvsNumbers.DEST_ATTR_INACT_CONNS -> inactive = number(attribute);
                case IpvsNumbers.DEST_ATTR_PERSIST_CONNS -> persistent = number(attribute);
                case IpvsNumbers.DEST_ATTR_STATS -> counters.read(attribute.nested(), false);
                case IpvsNumbers.DEST_ATTR_STATS64 -> counters.read(attribute.nested(), true);
                case IpvsNumbers.DEST_ATTR_TUN_TYPE -> tunnelType = attribute.asByte();
                case IpvsNumbers.DEST_ATTR_TUN_PORT -> tunnelPort = Addresses.port(attribute);
                case IpvsNumbers.DEST_ATTR_TUN_FLAGS -> tunnelFlags = attribute.asShort();
                default -> {} // Padding, and what later kernels tell.
            }
        }
    }

    private static long number(AttributeReader attribute) throws NetlinkFormatException {
        return Integer.toUnsignedLong(attribute.asInt());
    }

    private DestinationEntry entry() throws NetlinkFormatException {
        DestinationKey key = new DestinationKey(Addresses.address(address, family), port);
        return new DestinationEntry(
                new IpvsDestination(key, forwarding(), weight, upper, lower),
                active,
                inactive,
                persistent,
                counters.counters());
    }

    private Forwarding forwarding() throws NetlinkFormatException {
        int number = method & IpvsNumbers.CONN_F_FWD_MASK;
        if (number >= IpvsNumbers.METHODS.size()) {
            throw new NetlinkFormatException("forwarding method " + number);
        }
        Forwarding.Method known = IpvsNumbers.METHODS.get(number);
        return new Forwarding(
                known, known == Forwarding.Method.TUNNEL ? tunnel() : Optional.empty());
    }

    private Optional<Forwarding.Tunnel> tunnel() throws NetlinkFormatException {
        if (tunnelType >= IpvsNumbers.TUNNEL_TYPES.size()) {
            throw new NetlinkFormatException("tunnel type " + tunnelType);
        }
        Forwarding.TunnelType type = IpvsNumbers.TUNNEL_TYPES.get(tunnelType);
        return type == Forwarding.TunnelType.IPIP
                ? Optional.empty()
                : Optional.of(new Forwarding.Tunnel(type, tunnelPort, checksum()));
    }

    private Forwarding.Checksum checksum() {
        if ((tunnelFlags & IpvsNumbers.TUNNEL_REMCSUM) != 0) {
            return Forwarding.Checksum.REMOTE;
        }
        return (tunnelFlags & IpvsNumbers.TUNNEL_CSUM) != 0
                ? Forwarding.Checksum.FULL
                : Forwarding.Checksum.NONE;
    }
}
