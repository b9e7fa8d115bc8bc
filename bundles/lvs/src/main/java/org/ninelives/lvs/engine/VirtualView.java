package org.ninelives.lvs.engine;

import java.util.Map;
import java.util.Optional;
import org.ninelives.api.ipvs.IpvsCounters;
import org.ninelives.api.management.RealServerStatus;
import org.ninelives.api.management.ServerTraffic;
import org.ninelives.api.management.VirtualServerStatus;

/**
 * A virtual server and its real servers at one moment.
 *
 * @param servers by their names, as the next
 * @param sorry of the sorry server
 */
public record VirtualView(
        VirtualServerStatus status,
        IpvsCounters counters,
        Map<String, RealServerStatus> servers,
        Map<String, ServerTraffic> traffic,
        ServerTraffic sorry) {

    /** A real server; empty if it has none of that name. */
    public Optional<RealServerStatus> server(String name) {
        return Optional.ofNullable(servers.get(name));
    }

    /** What the kernel counts of a real server; all 0 if it has none of that name. */
    public ServerTraffic trafficOf(String name) {
        return traffic.getOrDefault(name, ServerTraffic.NONE);
    }
}
