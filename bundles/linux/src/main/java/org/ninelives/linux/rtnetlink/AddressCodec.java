package org.ninelives.linux.rtnetlink;

import static org.ninelives.linux.libc.Constants.AF_INET;
import static org.ninelives.linux.libc.Constants.AF_INET6;
import static org.ninelives.linux.libc.Constants.AF_UNSPEC;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.AddressChange;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.linux.netlink.AttributeReader;
import org.ninelives.linux.netlink.Netlink;
import org.ninelives.linux.netlink.NetlinkFormatException;
import org.ninelives.linux.netlink.NetlinkReader;
import org.ninelives.linux.netlink.NetlinkWriter;

/** Addresses as messages: struct ifaddrmsg and its attributes. */
final class AddressCodec {

    /** Length of struct ifa_cacheinfo of linux/if_addr.h. */
    private static final int IFA_CACHEINFO_LENGTH = 16;

    /** Flags beyond this need an attribute of their own. */
    private static final int BYTE_MAX = 0xff;

    private AddressCodec() {}

    static void writeDump(NetlinkWriter writer, int sequence) {
        writer.begin(Rtnetlink.RTM_GETADDR, Netlink.NLM_F_REQUEST | Netlink.NLM_F_DUMP, sequence)
                .putByte(AF_UNSPEC)
                .putByte(0)
                .putByte(0)
                .putByte(0)
                .putInt(0)
                .end();
    }

    /**
     * Writes a change as one message.
     *
     * @param flags {@link Netlink#NLM_F_ACK} or 0
     */
    static void writeChange(NetlinkWriter writer, AddressChange change, int flags, int sequence) {
        switch (change) {
            case AddressChange.Add add ->
                    writeNew(writer, add.address(), Netlink.NLM_F_EXCL | flags, sequence);
            case AddressChange.Replace replace ->
                    writeNew(writer, replace.address(), Netlink.NLM_F_REPLACE | flags, sequence);
            case AddressChange.Remove remove -> {
                begin(writer, Rtnetlink.RTM_DELADDR, flags, sequence, remove.address(), 0);
                writer.end();
            }
        }
    }

    private static void writeNew(
            NetlinkWriter writer, InterfaceAddress address, int flags, int sequence) {
        int addressFlags = AddressFlags.toAdd(address.flags());
        int create = Netlink.NLM_F_CREATE | flags;
        begin(writer, Rtnetlink.RTM_NEWADDR, create, sequence, address, addressFlags);
        if (address.broadcast().isPresent()) {
            writer.attributeAddress(Rtnetlink.IFA_BROADCAST, address.broadcast().get());
        }
        if (address.label().isPresent()) {
            writer.attributeText(Rtnetlink.IFA_LABEL, address.label().get());
        }
        if (addressFlags > BYTE_MAX) {
            writer.attributeInt(Rtnetlink.IFA_FLAGS, addressFlags);
        }
        if (address.preferredSeconds() != InterfaceAddress.FOREVER) {
            writer.beginAttribute(Rtnetlink.IFA_CACHEINFO, IFA_CACHEINFO_LENGTH)
                    .putInt((int) address.preferredSeconds())
                    .putInt((int) InterfaceAddress.FOREVER)
                    .putInt(0)
                    .putInt(0);
        }
        if (address.protocol() != 0) {
            // Kernels before 5.18 pass over it.
            writer.attributeByte(Rtnetlink.IFA_PROTO, address.protocol());
        }
        writer.end();
    }

    private static void begin(
            NetlinkWriter writer,
            int type,
            int flags,
            int sequence,
            InterfaceAddress address,
            int addressFlags) {
        IpPrefix prefix = address.prefix();
        boolean ipv4 = prefix.address().family() == IpAddress.Family.IPV4;
        writer.begin(type, Netlink.NLM_F_REQUEST | flags, sequence)
                .putByte(ipv4 ? AF_INET : AF_INET6)
                .putByte(prefix.length())
                .putByte(addressFlags)
                .putByte(address.scope())
                .putInt(address.linkIndex())
                .attributeAddress(Rtnetlink.IFA_LOCAL, prefix.address())
                .attributeAddress(Rtnetlink.IFA_ADDRESS, address.peer().orElse(prefix.address()));
    }

    /**
     * The address in an RTM_NEWADDR or RTM_DELADDR message; empty for families other than IPv4 and
     * IPv6.
     */
    static Optional<InterfaceAddress> read(NetlinkReader message) throws NetlinkFormatException {
        AttributeReader attributes = message.attributes(Rtnetlink.IFADDRMSG);
        ByteBuffer info = message.body();
        int family = info.get(0);
        if (family != AF_INET && family != AF_INET6) {
            return Optional.empty();
        }
        int length = Byte.toUnsignedInt(info.get(1));
        int flags = Byte.toUnsignedInt(info.get(2));
        int scope = Byte.toUnsignedInt(info.get(3));
        IpAddress address = null;
        IpAddress local = null;
        Optional<IpAddress> broadcast = Optional.empty();
        Optional<String> label = Optional.empty();
        long preferredSeconds = InterfaceAddress.FOREVER;
        int protocol = 0;
        while (attributes.next()) {
            switch (attributes.type()) {
                case Rtnetlink.IFA_ADDRESS -> address = address(attributes, family);
                case Rtnetlink.IFA_LOCAL -> local = address(attributes, family);
                case Rtnetlink.IFA_BROADCAST ->
                        broadcast = Optional.of(address(attributes, family));
                case Rtnetlink.IFA_LABEL -> label = Optional.of(attributes.asText());
                case Rtnetlink.IFA_CACHEINFO ->
                        preferredSeconds = Integer.toUnsignedLong(attributes.asInt());
                case Rtnetlink.IFA_FLAGS -> flags = attributes.asInt();
                case Rtnetlink.IFA_PROTO -> protocol = attributes.asByte();
                default -> {} // The metric of its route, and what later kernels add.
            }
        }
        // With a peer IFA_ADDRESS is the peer's; without one IPv6 has IFA_ADDRESS alone.
        IpAddress own = local == null ? address : local;
        if (own == null || length > own.family().bits()) {
            throw new NetlinkFormatException("an address message without a valid address");
        }
        if ((flags & Rtnetlink.IFA_F_DEPRECATED) != 0) {
            preferredSeconds = 0; // For IPv4 the kernel says so by the flag alone.
        }
        return Optional.of(
                new InterfaceAddress(
                        info.getInt(4),
                        new IpPrefix(own, length),
                        Optional.ofNullable(address).filter(peer -> !peer.equals(own)),
                        scope,
                        broadcast,
                        label,
                        preferredSeconds,
                        AddressFlags.of(flags, own.family()),
                        protocol));
    }

    private static IpAddress address(AttributeReader attribute, int family)
            throws NetlinkFormatException {
        byte[] bytes = attribute.asBytes();
        if (bytes.length != (family == AF_INET ? 4 : 16)) {
            throw new NetlinkFormatException("an address of " + bytes.length + " bytes");
        }
        return IpAddress.ofBytes(bytes);
    }
}
