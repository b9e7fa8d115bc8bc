package org.ninelives.api.system;

import java.util.Optional;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;

/**
 * An address on an interface (struct ifaddrmsg of linux/if_addr.h).
 *
 * @param linkIndex the interface
 * @param prefix address and prefix length
 * @param scope 0 global, 200 site, 253 link, 254 host, 255 nowhere (rtnetlink(7),
 *     /etc/iproute2/rt_scopes)
 * @param broadcast the broadcast address, IPv4 only
 * @param label the label, IPv4 only; begins with the interface's name, at most 15 characters; empty
 *     means the name itself
 * @param secondary another address of the same network came first (IFA_F_SECONDARY); ignored when
 *     adding
 * @param protocol who set it (IFA_PROTO, since Linux 5.18): {@link #PROTOCOL_OURS}, or another
 *     number; 0 where unknown
 */
public record InterfaceAddress(
        int linkIndex,
        IpPrefix prefix,
        int scope,
        Optional<IpAddress> broadcast,
        Optional<String> label,
        boolean secondary,
        int protocol) {

    /** RTPROT_KEEPALIVED of linux/rtnetlink.h, which keepalived puts on its addresses too. */
    public static final int PROTOCOL_OURS = 18;

    /**
     * Whether both name the same address, whatever their attributes: what the kernel deletes and
     * replaces by.
     */
    public boolean sameAs(InterfaceAddress other) {
        return linkIndex == other.linkIndex && prefix.equals(other.prefix);
    }
}
