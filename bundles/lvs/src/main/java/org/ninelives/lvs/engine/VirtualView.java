package org.ninelives.lvs.engine;

import java.util.Map;
import java.util.Optional;
import org.ninelives.api.ipvs.IpvsCounters;
import org.ninelives.api.management.RealServerStatus;
import org.ninelives.api.management.VirtualServerStatus;

/**
 * A virtual server and its real servers at one moment.
 *
 * @param servers by their names, as the next
 */
public record VirtualView(
        VirtualServerStatus status,
        IpvsCounters counters,
        Map<String, RealServerStatus> servers,
        Map<String, IpvsCounters> countersOfServers) {

    /** A real server; empty if it has none of that name. */
    public Optional<RealServerStatus> server(String name) {
        return Optional.ofNullable(servers.get(name));
    }

    /** What has gone through a real server; all 0 if it has none of that name. */
    public IpvsCounters countersOf(String name) {
        return countersOfServers.getOrDefault(name, IpvsCounters.NONE);
    }
}
