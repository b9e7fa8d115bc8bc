package org.ninelives.vrrp.settings;

/**
 * How the rules for {@code no_accept} and virtual interfaces look in nftables.
 *
 * @param table the name of our tables
 * @param priority the priority of the base chains
 * @param byIndex interfaces are matched by index instead of name ({@code nftables_ifindex})
 * @param counters each rule counts its packets ({@code nftables_counters})
 * @param suppressLocalIgmp the host itself joins no VRRP group on interfaces below virtual ones
 *     ({@code disable_local_igmp})
 */
public record FirewallSettings(
        String table, int priority, boolean byIndex, boolean counters, boolean suppressLocalIgmp) {

    /** What holds when nothing is written. */
    public static final FirewallSettings DEFAULT =
            new FirewallSettings("keepalived", -1, false, false, false);
}
