package org.ninelives.metrics.families;

import static org.ninelives.metrics.families.Group.single;
import static org.ninelives.metrics.families.Numbers.flag;
import static org.ninelives.metrics.families.Numbers.known;
import static org.ninelives.metrics.families.Numbers.knownSecondsOfMicros;
import static org.ninelives.metrics.families.Numbers.moment;
import static org.ninelives.metrics.families.Numbers.seconds;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ninelives.api.management.AdvertAges;
import org.ninelives.api.management.InterfaceMXBean;
import org.ninelives.api.management.InterfaceStatus;
import org.ninelives.api.management.VrrpCounters;
import org.ninelives.api.management.VrrpInstanceMXBean;
import org.ninelives.api.management.VrrpInstanceStatus;
import org.ninelives.api.management.VrrpMXBean;
import org.ninelives.api.management.VrrpSyncGroupMXBean;
import org.ninelives.api.management.VrrpSyncGroupStatus;

/** The metrics of virtual routers, sync groups and interfaces. */
final class VrrpMetrics {

    private static final List<String> STATES = List.of("INIT", "BACKUP", "MASTER", "FAULT");

    private record Router(VrrpInstanceStatus status, VrrpCounters counters, AdvertAges ages) {

        static List<Router> all(World world) {
            return world.all(VrrpInstanceMXBean.class).stream()
                    .map(
                            bean ->
                                    new Router(
                                            bean.getStatus(),
                                            bean.getCounters(),
                                            bean.getAdvertAges()))
                    .toList();
        }
    }

    private VrrpMetrics() {}

    static List<Group<?>> groups() {
        return List.of(node(), instances(), syncGroups(), interfaces());
    }

    private static Group<VrrpMXBean> node() {
        return single("vrrp", "ninelives_vrrp_", (World world) -> world.all(VrrpMXBean.class))
                .counter(
                        "adverts_unknown_id_total",
                        "Adverts whose virtual router ID no virtual router here has",
                        VrrpMXBean::getUnknownVirtualRouterIds);
    }

    private static Group<Router> instances() {
        return new Group<Router>(
                        "vrrp_instance",
                        "ninelives_vrrp_",
                        List.of("vrrp_instance"),
                        Router::all,
                        (router, place) -> router.status().name())
                .info(
                        "instance_info",
                        "A virtual router of this node",
                        List.of("interface", "virtual_router_id", "version"),
                        router -> about(router.status()))
                .states(
                        "instance_state",
                        "State of the virtual router",
                        STATES,
                        router -> router.status().state())
                .gauge(
                        "instance_priority",
                        "Priority in force, 0..255, overrides and trackers included",
                        router -> router.status().effectivePriority())
                .gauge(
                        "instance_configured_priority",
                        "Priority in the file, 1..255",
                        router -> router.status().configuredPriority())
                .gauge(
                        "instance_advert_interval_seconds",
                        "Own interval of adverts",
                        router -> seconds(router.status().advertIntervalMillis()))
                .gauge(
                        "instance_master_priority",
                        "Priority of the master last heard; absent if none was heard or this node"
                                + " is master",
                        router -> known(router.status().masterPriority()))
                .gauge(
                        "instance_split_brain",
                        "1 while a second master, or a second user of a virtual address, is seen",
                        router -> flag(router.status().splitBrain()))
                .gauge(
                        "instance_virtual_addresses",
                        "Addresses of the virtual router",
                        router -> router.status().virtualAddresses().size())
                .gauge(
                        "instance_overrides",
                        "What operators have set for it, and for what it tracks",
                        router -> router.status().overrides().size())
                .gauge(
                        "instance_last_transition_timestamp_seconds",
                        "When its state changed last, since 1970 UTC; absent if never",
                        router -> moment(router.status().lastTransitionMillis()))
                .counter(
                        "instance_became_master_total",
                        "Times this node became master",
                        router -> router.counters().becomeMaster())
                .counter(
                        "instance_left_master_total",
                        "Times this node left mastership",
                        router -> router.counters().releaseMaster())
                .gauge(
                        "advert_sent_age_seconds",
                        "Since this node sent its latest advert; absent if it never did",
                        router -> knownSecondsOfMicros(router.ages().sentMicros()))
                .gauge(
                        "advert_received_age_seconds",
                        "Since the latest advert was accepted; absent if none was",
                        router -> knownSecondsOfMicros(router.ages().receivedMicros()))
                .counter(
                        "adverts_sent_total",
                        "Adverts sent",
                        router -> router.counters().advertSent())
                .counter(
                        "adverts_received_total",
                        "Adverts accepted",
                        router -> router.counters().advertRcvd())
                .counter(
                        "priority_zero_sent_total",
                        "Adverts sent with priority 0, by which a master resigns",
                        router -> router.counters().priZeroSent())
                .counter(
                        "priority_zero_received_total",
                        "Adverts with priority 0 received",
                        router -> router.counters().priZeroRcvd())
                .counters(
                        "packets_invalid_total",
                        "Packets that were not as they should be, by what is wrong with them",
                        "reason",
                        router -> reasons(router.counters()));
    }

    private static List<String> about(VrrpInstanceStatus status) {
        return List.of(
                status.interfaceName(),
                Integer.toString(status.virtualRouterId()),
                Integer.toString(status.version()));
    }

    private static Map<String, Long> reasons(VrrpCounters counters) {
        Map<String, Long> reasons = new LinkedHashMap<>();
        reasons.put("length", counters.packetLenErr());
        reasons.put("interval", counters.advertIntervalErr());
        reasons.put("ttl", counters.ipTtlErr());
        reasons.put("version", counters.versErr());
        reasons.put("type", counters.invalidTypeRcvd());
        reasons.put("addresses", counters.addrListErr());
        reasons.put("checksum", counters.chkErr());
        reasons.put("auth_type_unknown", counters.invalidAuthtype());
        reasons.put("auth_type_mismatch", counters.authtypeMismatch());
        reasons.put("auth_failure", counters.authFailure());
        reasons.put("hmac_missing", counters.authExtMissing());
        reasons.put("hmac_malformed", counters.authExtMalformed());
        reasons.put("hmac_unknown_key", counters.authExtUnknownKey());
        reasons.put("hmac_stale", counters.authExtStale());
        reasons.put("hmac_wrong", counters.authExtBadHmac());
        reasons.put("hmac_replayed", counters.authExtReplay());
        return reasons;
    }

    private static Group<VrrpSyncGroupStatus> syncGroups() {
        return new Group<VrrpSyncGroupStatus>(
                        "vrrp_sync_group",
                        "ninelives_vrrp_sync_group_",
                        List.of("sync_group"),
                        world ->
                                world.all(VrrpSyncGroupMXBean.class).stream()
                                        .map(VrrpSyncGroupMXBean::getStatus)
                                        .toList(),
                        (group, place) -> group.name())
                .states("state", "State of the sync group", STATES, VrrpSyncGroupStatus::state)
                .gauge(
                        "members",
                        "Virtual routers of the sync group",
                        group -> group.members().size())
                .gauge(
                        "last_transition_timestamp_seconds",
                        "When its state changed last, since 1970 UTC; absent if never",
                        group -> moment(group.lastTransitionMillis()))
                .counter(
                        "became_master_total",
                        "Times it became master",
                        VrrpSyncGroupStatus::becomeMaster);
    }

    private static Group<InterfaceStatus> interfaces() {
        return new Group<InterfaceStatus>(
                        "interface",
                        "ninelives_interface_",
                        List.of("interface"),
                        world ->
                                world.all(InterfaceMXBean.class).stream()
                                        .map(InterfaceMXBean::getStatus)
                                        .toList(),
                        (link, place) -> link.name())
                .gauge(
                        "up",
                        "1 while an interface that virtual routers use or track counts as up",
                        link -> flag(link.up()))
                .gauge(
                        "last_change_timestamp_seconds",
                        "When it came up or went down last, since 1970 UTC; absent if never",
                        link -> moment(link.sinceMillis()));
    }
}
