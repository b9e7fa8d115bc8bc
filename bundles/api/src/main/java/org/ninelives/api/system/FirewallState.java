package org.ninelives.api.system;

import java.util.OptionalInt;
import java.util.Set;
import org.ninelives.api.net.IpAddress;

/**
 * What our part of the packet filter does.
 *
 * @param options how it is built
 * @param dropped packets from and to these addresses do not pass, except neighbour discovery
 * @param relays virtual interfaces whose reports of group membership leave by another
 */
public record FirewallState(Options options, Set<Dropped> dropped, Set<Relay> relays) {

    /** Nothing is filtered and no table exists. */
    public static final FirewallState NONE = new FirewallState(Options.DEFAULT, Set.of(), Set.of());

    public FirewallState {
        dropped = Set.copyOf(dropped);
        relays = Set.copyOf(relays);
    }

    /** Whether nothing is filtered. */
    public boolean isEmpty() {
        return dropped.isEmpty() && relays.isEmpty();
    }

    /**
     * How the table is built.
     *
     * @param table its name, for each address family
     * @param priority of its chains among others of the same hook; lower is earlier, 0 is where
     *     filters usually are
     * @param counters whether the rules count packets
     */
    public record Options(String table, int priority, boolean counters) {

        /** What keepalived uses too, so that scripts of the operator find it. */
        public static final Options DEFAULT = new Options("keepalived", -1, false);

        /** NFT_TABLE_MAXNAMELEN of linux/netfilter/nf_tables.h less the terminating zero. */
        private static final int NAME_MAX = 255;

        public Options {
            if (table.isEmpty() || table.length() > NAME_MAX) {
                throw new IllegalArgumentException(
                        "the name of an nftables table has 1.." + NAME_MAX + " characters");
            }
        }
    }

    /**
     * An address that does not answer.
     *
     * @param address the address
     * @param linkIndex the interface it is on, needed for a link-local IPv6 address and only for
     *     that: others are dropped wherever they pass
     */
    public record Dropped(IpAddress address, OptionalInt linkIndex) {

        public Dropped {
            boolean needsLink = address.family() == IpAddress.Family.IPV6 && address.isLinkLocal();
            if (needsLink != linkIndex.isPresent()) {
                throw new IllegalArgumentException(
                        needsLink
                                ? "the link-local address " + address + " needs its interface"
                                : address + " is dropped on all interfaces");
            }
        }
    }

    /**
     * IGMP and MLD reports of a virtual interface leave by its parent, so that snooping switches do
     * not learn the virtual Ethernet address from a backup.
     *
     * @param family IPv4 for IGMP, IPv6 for MLD
     * @param linkIndex the virtual interface
     * @param parentIndex its parent
     */
    public record Relay(IpAddress.Family family, int linkIndex, int parentIndex) {}
}
