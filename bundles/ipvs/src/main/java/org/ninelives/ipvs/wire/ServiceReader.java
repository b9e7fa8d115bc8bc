package org.ninelives.ipvs.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ninelives.api.ipvs.IpvsService;
import org.ninelives.api.ipvs.Persistence;
import org.ninelives.api.ipvs.SchedulerFlag;
import org.ninelives.api.ipvs.ServiceEntry;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.ipvs.TransportProtocol;
import org.ninelives.api.net.IpAddress;
import org.ninelives.linux.netlink.AttributeReader;
import org.ninelives.linux.netlink.NetlinkFormatException;

/** Reads services. */
public final class ServiceReader {

    private final CountersReader counters = new CountersReader();
    private int family;
    private int protocol;
    private byte[] address = {};
    private int port;
    private long mark;
    private String scheduler = "";
    private int flags;
    private int seconds;
    private byte[] mask = {};
    private Optional<String> engine = Optional.empty();

    private ServiceReader() {}

    /**
     * Reads a message with a service.
     *
     * @return the service, without its destinations; empty if it takes packets of a protocol that
     *     nobody here knows
     */
    public static Optional<ServiceEntry> read(AttributeReader attributes)
            throws NetlinkFormatException {
        while (attributes.next()) {
            if (attributes.type() == IpvsNumbers.CMD_ATTR_SERVICE) {
                ServiceReader reader = new ServiceReader();
                reader.readAll(attributes.nested());
                return reader.entry();
            }
        }
        throw new NetlinkFormatException("a message without its service");
    }

    private void readAll(AttributeReader attribute) throws NetlinkFormatException {
        while (attribute.next()) {
            switch (attribute.type()) {
                case IpvsNumbers.SVC_ATTR_AF -> family = attribute.asShort();
                case IpvsNumbers.SVC_ATTR_PROTOCOL -> protocol = attribute.asShort();
                case IpvsNumbers.SVC_ATTR_ADDR -> address = attribute.asBytes();
                case IpvsNumbers.SVC_ATTR_PORT -> port = Addresses.port(attribute);
                case IpvsNumbers.SVC_ATTR_FWMARK ->
                        mark = Integer.toUnsignedLong(attribute.asInt());
                case IpvsNumbers.SVC_ATTR_SCHED_NAME -> scheduler = attribute.asText();
                case IpvsNumbers.SVC_ATTR_FLAGS -> flags = attribute.asInt();
                case IpvsNumbers.SVC_ATTR_TIMEOUT -> seconds = attribute.asInt();
                case IpvsNumbers.SVC_ATTR_NETMASK -> mask = attribute.asBytes();
                case IpvsNumbers.SVC_ATTR_PE_NAME -> engine = Optional.of(attribute.asText());
                case IpvsNumbers.SVC_ATTR_STATS -> counters.read(attribute.nested(), false);
                case IpvsNumbers.SVC_ATTR_STATS64 -> counters.read(attribute.nested(), true);
                default -> {} // Padding, and what later kernels tell.
            }
        }
    }

    private Optional<ServiceEntry> entry() throws NetlinkFormatException {
        Optional<ServiceKey> key = key();
        if (key.isEmpty()) {
            return Optional.empty();
        }
        IpvsService service =
                new IpvsService(
                        key.get(),
                        scheduler,
                        schedulerFlags(),
                        persistence(),
                        (flags & IpvsNumbers.SVC_F_ONEPACKET) != 0);
        return Optional.of(new ServiceEntry(service, counters.counters(), List.of()));
    }

    private Optional<ServiceKey> key() throws NetlinkFormatException {
        IpAddress.Family known = Addresses.family(family);
        if (mark != 0) {
            return Optional.of(new ServiceKey.Mark(known, mark));
        }
        IpAddress virtual = Addresses.address(address, known);
        for (TransportProtocol each : TransportProtocol.values()) {
            if (each.number() == protocol) {
                return Optional.of(new ServiceKey.Endpoint(each, virtual, port));
            }
        }
        return Optional.empty();
    }

    private Set<SchedulerFlag> schedulerFlags() {
        Set<SchedulerFlag> set = EnumSet.noneOf(SchedulerFlag.class);
        for (int i = 0; i < IpvsNumbers.SCHEDULER_FLAGS.size(); i++) {
            if ((flags & IpvsNumbers.SVC_F_SCHED1 << i) != 0) {
                set.add(IpvsNumbers.SCHEDULER_FLAGS.get(i));
            }
        }
        return set;
    }

    private Optional<Persistence> persistence() throws NetlinkFormatException {
        if ((flags & IpvsNumbers.SVC_F_PERSISTENT) == 0) {
            return Optional.empty();
        }
        if (mask.length < Integer.BYTES) {
            throw new NetlinkFormatException("a netmask of " + mask.length + " bytes");
        }
        int bits = ByteBuffer.wrap(mask).order(ByteOrder.nativeOrder()).getInt(0);
        // A mask of IPv4, but the length of a prefix of IPv6.
        int prefix = family == IpvsNumbers.AF_INET6 ? bits : Integer.bitCount(bits);
        return Optional.of(new Persistence(seconds, prefix, engine));
    }
}
