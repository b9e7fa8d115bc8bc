package org.ninelives.metrics.families;

import static org.ninelives.metrics.families.Group.single;
import static org.ninelives.metrics.families.Numbers.flag;
import static org.ninelives.metrics.families.Numbers.known;

import java.util.List;
import java.util.function.Function;
import org.ninelives.api.ipvs.IpvsCounters;
import org.ninelives.api.management.IpvsMXBean;
import org.ninelives.api.management.IpvsStatus;
import org.ninelives.api.management.RealServerMXBean;
import org.ninelives.api.management.RealServerStatus;
import org.ninelives.api.management.VirtualServerMXBean;
import org.ninelives.api.management.VirtualServerStatus;

/** The metrics of virtual servers, real servers and the kernel's load balancer. */
final class BalancingMetrics {

    private record Virtual(VirtualServerStatus status, IpvsCounters counters) {}

    private record Real(RealServerStatus status, IpvsCounters counters) {

        boolean isDraining() {
            return status.state().startsWith("DRAIN");
        }

        double drainSecondsLeft() {
            return isDraining() ? known(status.drainSecondsLeft()) : Double.NaN;
        }
    }

    private BalancingMetrics() {}

    static List<Group<?>> groups() {
        return List.of(virtualServers(), realServers(), ipvs());
    }

    private static Group<Virtual> virtualServers() {
        Group<Virtual> group =
                new Group<>(
                        "virtual_server",
                        "ninelives_virtual_server_",
                        List.of("virtual_server"),
                        world ->
                                world.all(VirtualServerMXBean.class).stream()
                                        .map(
                                                bean ->
                                                        new Virtual(
                                                                bean.getStatus(),
                                                                bean.getCounters()))
                                        .toList(),
                        (virtual, place) -> virtual.status().name());
        group.gauge(
                        "up",
                        "1 with its quorum, 0 without; 1 also while it only drains",
                        virtual -> flag(!virtual.status().state().equals("DOWN")))
                .gauge(
                        "in_kernel",
                        "1 while it is meant to be in the kernel of this node",
                        virtual -> flag(virtual.status().inKernel()))
                .gauge(
                        "checks_suspended",
                        "1 while its checks rest because none of its addresses is here",
                        virtual -> flag(virtual.status().checksSuspended()))
                .gauge(
                        "sorry_server_in_use",
                        "1 while the sorry server serves",
                        virtual -> flag(virtual.status().sorryServerInUse()))
                .gauge(
                        "quorum",
                        "Weight that is needed to serve",
                        virtual -> virtual.status().quorum())
                .gauge(
                        "live_weight",
                        "Weight of the servers that are up",
                        virtual -> virtual.status().liveWeight())
                .gauge(
                        "live_real_servers",
                        "Real servers that are up",
                        virtual -> virtual.status().liveServers())
                .gauge(
                        "real_servers",
                        "Real servers that are configured",
                        virtual -> virtual.status().realServers().size());
        return traffic(group, Virtual::counters);
    }

    private static Group<Real> realServers() {
        Group<Real> group =
                new Group<>(
                        "real_server",
                        "ninelives_real_server_",
                        List.of("virtual_server", "real_server"),
                        world ->
                                world.all(RealServerMXBean.class).stream()
                                        .map(bean -> new Real(bean.getStatus(), bean.getCounters()))
                                        .toList(),
                        (real, place) ->
                                place == 0 ? real.status().virtualServer() : real.status().name());
        group.gauge("up", "1 while it is up", real -> flag(real.status().state().equals("UP")))
                .gauge(
                        "draining",
                        "1 while it is drained, or has been",
                        real -> flag(real.isDraining()))
                .gauge(
                        "drain_remaining_seconds",
                        "Until it leaves whatever connections it has; absent while it is not"
                                + " drained, and where that takes as long as it takes",
                        Real::drainSecondsLeft)
                .gauge(
                        "weight",
                        "Weight in force while it serves, of checks and operators",
                        real -> real.status().effectiveWeight())
                .gauge(
                        "configured_weight",
                        "Weight in the file",
                        real -> real.status().configuredWeight())
                .gauge(
                        "active_connections",
                        "Established connections; absent where IPVS is not available",
                        real -> known(real.status().activeConnections()))
                .gauge(
                        "inactive_connections",
                        "Connections in any other state; absent where IPVS is not available",
                        real -> known(real.status().inactiveConnections()));
        return traffic(group, Real::counters);
    }

    /** Counters of the kernel, of 64 bits; a double holds them exactly up to 2^53. */
    private static <T> Group<T> traffic(Group<T> group, Function<T, IpvsCounters> counters) {
        return group.counter(
                        "connections_total",
                        "Connections, since it was added to the kernel",
                        each -> counters.apply(each).connections())
                .counter(
                        "incoming_packets_total",
                        "Packets to the servers",
                        each -> counters.apply(each).packetsIn())
                .counter(
                        "outgoing_packets_total",
                        "Packets from the servers; 0 where answers do not pass here",
                        each -> counters.apply(each).packetsOut())
                .counter(
                        "incoming_bytes_total",
                        "Bytes to the servers",
                        each -> counters.apply(each).bytesIn())
                .counter(
                        "outgoing_bytes_total",
                        "Bytes from the servers; 0 where answers do not pass here",
                        each -> counters.apply(each).bytesOut());
    }

    private static Group<IpvsStatus> ipvs() {
        return single(
                        "ipvs",
                        "ninelives_ipvs_",
                        (World world) ->
                                world.all(IpvsMXBean.class).stream()
                                        .map(IpvsMXBean::getStatus)
                                        .toList())
                .gauge(
                        "available",
                        "1 while the kernel has IPVS; absent without any virtual server",
                        ipvs -> flag(ipvs.available()))
                .gauge("services", "Services of ours that the kernel has", IpvsStatus::services)
                .gauge(
                        "destinations",
                        "Destinations of ours that the kernel has, in all services",
                        IpvsStatus::destinations)
                .gauge(
                        "refused_services",
                        "Services that are not as they should be because the kernel refused"
                                + " something",
                        IpvsStatus::refusedServices)
                .counter(
                        "repaired_total",
                        "Changes that others made to our services and that were undone",
                        IpvsStatus::repaired);
    }
}
