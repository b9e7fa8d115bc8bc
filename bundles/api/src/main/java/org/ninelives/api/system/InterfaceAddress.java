package org.ninelives.api.system;

import java.util.Optional;
import java.util.Set;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;

/**
 * An address on an interface (struct ifaddrmsg of linux/if_addr.h).
 *
 * @param linkIndex the interface
 * @param prefix address and prefix length; with a peer, the length is that of the peer's network
 * @param peer the address at the other end of a point-to-point link
 * @param scope 0 global, 200 site, 253 link, 254 host, 255 nowhere (rtnetlink(7),
 *     /etc/iproute2/rt_scopes); the kernel finds out by itself for IPv6
 * @param broadcast the broadcast address, IPv4 only
 * @param label the label, IPv4 only; begins with the interface's name, at most 15 characters; empty
 *     means the name itself
 * @param preferredSeconds how long from now it may be the source of new connections: 0 for never,
 *     {@link #FOREVER}. The address itself stays
 * @param flags what else it is
 * @param protocol who set it (IFA_PROTO, since Linux 5.18): {@link #PROTOCOL_OURS}, or another
 *     number; 0 where unknown
 */
public record InterfaceAddress(
        int linkIndex,
        IpPrefix prefix,
        Optional<IpAddress> peer,
        int scope,
        Optional<IpAddress> broadcast,
        Optional<String> label,
        long preferredSeconds,
        Set<AddressFlag> flags,
        int protocol) {

    /** RTPROT_KEEPALIVED of linux/rtnetlink.h, which keepalived puts on its addresses too. */
    public static final int PROTOCOL_OURS = 18;

    /** INFINITY_LIFE_TIME of the kernel's net/addrconf.h. */
    public static final long FOREVER = 0xffff_ffffL;

    public InterfaceAddress {
        if (preferredSeconds < 0 || preferredSeconds > FOREVER) {
            throw new IllegalArgumentException(
                    "a preferred lifetime of " + preferredSeconds + " s is not in 0.." + FOREVER);
        }
        flags = Set.copyOf(flags);
    }

    /** A global address without any attributes. */
    public static InterfaceAddress of(int linkIndex, IpPrefix prefix) {
        return new InterfaceAddress(
                linkIndex,
                prefix,
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                FOREVER,
                Set.of(),
                0);
    }

    /** The same, set by another. */
    public InterfaceAddress withProtocol(int other) {
        return new InterfaceAddress(
                linkIndex, prefix, peer, scope, broadcast, label, preferredSeconds, flags, other);
    }

    /** The same with another lifetime. */
    public InterfaceAddress withPreferredSeconds(long seconds) {
        return new InterfaceAddress(
                linkIndex, prefix, peer, scope, broadcast, label, seconds, flags, protocol);
    }

    /** The same with other flags. */
    public InterfaceAddress withFlags(Set<AddressFlag> others) {
        return new InterfaceAddress(
                linkIndex,
                prefix,
                peer,
                scope,
                broadcast,
                label,
                preferredSeconds,
                others,
                protocol);
    }

    /**
     * Whether both name the same address, whatever their attributes: what the kernel deletes and
     * replaces by.
     */
    public boolean sameAs(InterfaceAddress other) {
        return linkIndex == other.linkIndex
                && prefix.equals(other.prefix)
                && peer.equals(other.peer);
    }

    /** Few addresses differ in their attributes alone, and to look at all of them takes long. */
    @Override
    public int hashCode() {
        return 31 * linkIndex + prefix.hashCode();
    }

    public boolean is(AddressFlag flag) {
        return flags.contains(flag);
    }

    /**
     * Whether packets can be sent from it: nobody is being asked for it, and nobody else has it.
     */
    public boolean usable() {
        return !is(AddressFlag.TENTATIVE) && !is(AddressFlag.DAD_FAILED);
    }
}
