package org.ninelives.vrrp.settings;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.config.grammar.Keyword;

/**
 * Keywords about virtual routers that are read over: some mean nothing any more, the others are not
 * in effect in this version.
 */
final class LaterKeywords {

    private static final List<String> TRACKING =
            List.of(
                    "track_interface",
                    "track_script",
                    "track_file",
                    "track_process",
                    "track_bfd",
                    "track_src_ip",
                    "dont_track_primary",
                    "promote_secondaries");
    private static final List<String> NOTIFYING =
            List.of(
                    "notify_backup",
                    "notify_master",
                    "notify_fault",
                    "notify_stop",
                    "notify_deleted",
                    "notify",
                    "notify_master_rx_lower_pri",
                    "smtp_alert",
                    "notify_priority_changes");
    private static final List<String> VIRTUAL_MAC =
            List.of(
                    "use_vmac",
                    "use_vmac_addr",
                    "vmac_xmit_base",
                    "use_ipvlan",
                    "garp_extra_if",
                    "vmac_garp_intvl");
    private static final List<String> OTHER =
            List.of(
                    "unicast_fault_no_peer",
                    "old_unicast_checksum",
                    "vrf",
                    "virtual_routes",
                    "virtual_rules",
                    "no_accept",
                    "strict_mode",
                    "timer_expired_backup",
                    "thread_timer_expired",
                    "auth_hmac",
                    "lvs_sync_daemon_interface");

    private static final List<String> GLOBAL =
            List.of(
                    "vrrp_mcast_group6",
                    "vrrp_gna_interval",
                    "vrrp_garp_extra_if",
                    "vrrp_vmac_garp_intvl",
                    "vrrp_iptables",
                    "vrrp_ipsets",
                    "nftables",
                    "nftables_priority",
                    "nftables_ifindex",
                    "nftables_counters",
                    "vrrp_strict",
                    "vrrp_rx_bufs_policy",
                    "vrrp_rx_bufs_multiplier",
                    "vrrp_delay_after_boot",
                    "vmac_prefix",
                    "vmac_addr_prefix",
                    "disable_local_igmp",
                    "default_interface",
                    "vrrp_priority",
                    "vrrp_no_swap",
                    "vrrp_rt_priority",
                    "vrrp_cpu_affinity",
                    "vrrp_rlimit_rttime",
                    "vrrp_rlimit_rtime",
                    "vrrp_netlink_cmd_rcv_bufs",
                    "vrrp_netlink_cmd_rcv_bufs_force",
                    "vrrp_netlink_monitor_rcv_bufs",
                    "vrrp_netlink_monitor_rcv_bufs_force");

    private LaterKeywords() {}

    static List<Keyword<?>> ofInstance() {
        List<Keyword<?>> keywords = new ArrayList<>();
        addUnsupported(keywords, TRACKING, "ties the instance to something it watches");
        addUnsupported(keywords, NOTIFYING, "tells others of a change of state");
        addUnsupported(keywords, VIRTUAL_MAC, "runs the instance on an interface of its own");
        addUnsupported(keywords, OTHER, "");
        keywords.add(
                Keyword.withoutEffect(
                        "debug", "obsolete and without effect; see -D for a detailed log"));
        keywords.add(
                Keyword.withoutEffect("accept", "packets to the addresses are accepted anyway"));
        keywords.add(
                Keyword.withoutEffect(
                        "native_ipv6",
                        "obsolete and without effect; the family follows from the addresses"));
        keywords.add(
                Keyword.withoutEffect(
                        "linkbeat_use_polling",
                        "obsolete and without effect; the kernel tells of link changes"));
        keywords.add(
                Keyword.withoutEffect(
                        "sync_instance",
                        "removed from keepalived long ago; write a vrrp_sync_group instead"));
        return keywords;
    }

    static List<Keyword<?>> ofGlobalDefs() {
        List<Keyword<?>> keywords = new ArrayList<>();
        addUnsupported(keywords, GLOBAL, "");
        keywords.add(
                Keyword.withoutEffect(
                        "dynamic_interfaces",
                        "always on: an interface that is not there is waited for"));
        return keywords;
    }

    private static void addUnsupported(List<Keyword<?>> keywords, List<String> names, String help) {
        for (String name : names) {
            keywords.add(Keyword.unsupported(name, help));
        }
    }
}
