package org.ninelives.linux.nftables;

import org.ninelives.api.net.IpAddress;

/**
 * Which table.
 *
 * @param family of the packets it sees
 * @param name its name
 */
record TableName(IpAddress.Family family, String name) {

    /** NFPROTO_*. */
    int protocol() {
        return family == IpAddress.Family.IPV4 ? Nftables.NFPROTO_IPV4 : Nftables.NFPROTO_IPV6;
    }

    /** As nft(8) writes it. */
    @Override
    public String toString() {
        return "table " + (family == IpAddress.Family.IPV4 ? "ip " : "ip6 ") + name;
    }
}
