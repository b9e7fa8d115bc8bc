package org.ninelives.vrrp.settings;

import static org.ninelives.config.grammar.ArgumentTypes.bool;
import static org.ninelives.config.grammar.ArgumentTypes.choice;
import static org.ninelives.config.grammar.ArgumentTypes.integer;
import static org.ninelives.config.grammar.ArgumentTypes.orBare;
import static org.ninelives.config.grammar.ArgumentTypes.word;
import static org.ninelives.vrrp.settings.CommonTypes.flag;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.system.FirewallState;
import org.ninelives.config.grammar.Keyword;

/** The keywords of {@code global_defs} about what virtual routers share on this machine. */
final class MachineGrammar {

    private static final FirewallState.Options FIREWALL = FirewallState.Options.DEFAULT;

    static final Keyword<Boolean> LOG_UNKNOWN_VRIDS =
            flag("log_unknown_vrids", "adverts of unknown virtual routers are logged");
    static final Keyword<Long> DELAY_AFTER_BOOT =
            Keyword.value(
                    "vrrp_delay_after_boot",
                    CommonTypes.delay(),
                    0L,
                    "instances keep still until this long after the boot of the system");
    private static final Keyword<Optional<Boolean>> DYNAMIC_INTERFACES =
            Keyword.optional(
                            "dynamic_interfaces",
                            orBare(choice(Map.entry("allow_if_changes", true)), false),
                            "interfaces may come and go, and come back elsewhere")
                    .withRemark(
                            "always on, allow_if_changes too: an interface that is not there is"
                                    + " waited for, and may come back as one of another kind or on"
                                    + " another base");

    static final Keyword<String> NFTABLES =
            Keyword.value(
                    "nftables",
                    orBare(word("TABLE").map(MachineGrammar::table), FIREWALL.table()),
                    FIREWALL.table(),
                    "name of our tables in the packet filter");
    static final Keyword<Integer> NFTABLES_PRIORITY =
            Keyword.value(
                    "nftables_priority",
                    integer(Integer.MIN_VALUE, Integer.MAX_VALUE),
                    FIREWALL.priority(),
                    "priority of our chains, lower is earlier");
    static final Keyword<Boolean> NFTABLES_COUNTERS =
            flag("nftables_counters", "our rules count packets");
    static final Keyword<Boolean> DISABLE_LOCAL_IGMP =
            flag(
                    "disable_local_igmp",
                    "the kernel sends no IGMP reports for groups of 224.0.0.0/24");
    private static final Keyword<Boolean> NFTABLES_IFINDEX =
            flag("nftables_ifindex", "no longer needed")
                    .withRemark("always on: interfaces are matched by index");
    private static final Keyword<List<String>> VRRP_IPTABLES =
            Keyword.value(
                            "vrrp_iptables",
                            new NamesType("[INCHAIN [OUTCHAIN]]", 2),
                            List.of(),
                            "no longer needed")
                    .withRemark("the packet filter is nftables, in tables of our own");
    private static final Keyword<List<String>> VRRP_IPSETS =
            Keyword.value(
                            "vrrp_ipsets",
                            new NamesType("[NAME [NAME6 [NAME_IF6 [IGMP [MLD [ND]]]]]]", 6),
                            List.of(),
                            "no longer needed")
                    .withRemark("the packet filter is nftables, whose sets need no names");

    static final Keyword<Optional<Integer>> NETLINK_COMMAND_BYTES =
            Keyword.optional(
                    "vrrp_netlink_cmd_rcv_bufs",
                    CommonTypes.bytes(),
                    "receive buffer of the netlink socket for commands, bytes");
    static final Keyword<Optional<Boolean>> NETLINK_COMMAND_FORCED =
            Keyword.optional(
                    "vrrp_netlink_cmd_rcv_bufs_force",
                    bool(),
                    "that buffer may exceed the limit of the system");
    static final Keyword<Optional<Integer>> NETLINK_MONITOR_BYTES =
            Keyword.optional(
                    "vrrp_netlink_monitor_rcv_bufs",
                    CommonTypes.bytes(),
                    "receive buffer of the netlink socket for events, bytes");
    static final Keyword<Optional<Boolean>> NETLINK_MONITOR_FORCED =
            Keyword.optional(
                    "vrrp_netlink_monitor_rcv_bufs_force",
                    bool(),
                    "that buffer may exceed the limit of the system");

    static final Keyword<Optional<String>> IPROUTE_USR_DIR =
            Keyword.optional(
                    "iproute_usr_dir",
                    word("DIR"),
                    "folder of names of tables and the like that iproute2 ships");
    static final Keyword<Optional<String>> IPROUTE_ETC_DIR =
            Keyword.optional(
                    "iproute_etc_dir",
                    word("DIR"),
                    "folder of names of tables and the like of the administrator");

    static final List<Keyword<?>> KEYWORDS =
            List.of(
                    LOG_UNKNOWN_VRIDS,
                    DELAY_AFTER_BOOT,
                    DYNAMIC_INTERFACES,
                    NFTABLES,
                    NFTABLES_PRIORITY,
                    NFTABLES_COUNTERS,
                    NFTABLES_IFINDEX,
                    DISABLE_LOCAL_IGMP,
                    VRRP_IPTABLES,
                    VRRP_IPSETS,
                    NETLINK_COMMAND_BYTES,
                    NETLINK_COMMAND_FORCED,
                    NETLINK_MONITOR_BYTES,
                    NETLINK_MONITOR_FORCED,
                    IPROUTE_USR_DIR,
                    IPROUTE_ETC_DIR);

    private MachineGrammar() {}

    /** The port knows what the name of a table may be. */
    private static String table(String name) {
        return new FirewallState.Options(name, 0, false).table();
    }
}
