package org.ninelives.lvs.engine;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.ninelives.api.ipvs.DestinationEntry;
import org.ninelives.api.ipvs.DestinationKey;
import org.ninelives.api.ipvs.IpvsService;
import org.ninelives.api.ipvs.ServiceEntry;
import org.ninelives.api.system.LoopTask;
import org.ninelives.lvs.core.RealServer;
import org.ninelives.lvs.core.VirtualServer;

/** The virtual servers some of whose servers are to be without connections. Loop thread only. */
final class DrainWatch {

    private static final long COUNT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final KernelLink link;
    private final Set<VirtualServer> servers = new LinkedHashSet<>();
    private long countNanos = LoopTask.NEVER;

    DrainWatch(KernelLink link) {
        this.link = link;
    }

    /** Something has happened to a virtual server. */
    void noted(long nowNanos, VirtualServer server) {
        if (server.draining().isEmpty()) {
            forget(server);
        } else if (servers.add(server) && servers.size() == 1) {
            countNanos = nowNanos + COUNT_NANOS;
        }
    }

    /** Nobody waits for it any more. */
    void forget(VirtualServer server) {
        servers.remove(server);
        if (servers.isEmpty()) {
            countNanos = LoopTask.NEVER;
        }
    }

    long deadlineNanos() {
        long deadline = countNanos;
        for (VirtualServer server : servers) {
            deadline = Math.min(deadline, server.deadlineNanos());
        }
        return deadline;
    }

    /** Those to count connections of; nobody where it is too early. */
    List<VirtualServer> due(long nowNanos) {
        if (countNanos > nowNanos) {
            return List.of();
        }
        countNanos = nowNanos + COUNT_NANOS;
        return List.copyOf(servers);
    }

    /** Those whose time may be up. */
    List<VirtualServer> servers() {
        return List.copyOf(servers);
    }

    /**
     * How many connections those have that are to be without. Who is not in the kernel has none;
     * without IPVS nobody can be counted.
     */
    Map<String, Long> count(VirtualServer server) {
        Map<String, Long> counts = new HashMap<>();
        if (!link.isOpen()) {
            return counts;
        }
        List<RealServer> draining = server.draining();
        draining.forEach(each -> counts.put(each.name(), 0L));
        for (IpvsService service : server.settings().services()) {
            ServiceEntry entry = link.service(service.key()).orElse(null);
            if (entry == null) {
                continue;
            }
            Map<DestinationKey, Long> connections = new HashMap<>();
            for (DestinationEntry each : entry.destinations()) {
                connections.put(
                        each.destination().key(),
                        each.activeConnections() + each.inactiveConnections());
            }
            for (RealServer each : draining) {
                DestinationKey key = each.settings().address().destinationOf(service.key());
                counts.merge(each.name(), connections.getOrDefault(key, 0L), Long::sum);
            }
        }
        return counts;
    }
}
