package org.ninelives.lvs.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ninelives.api.ipvs.IpvsService;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.lvs.core.PooledService;
import org.ninelives.lvs.core.VirtualServer;

/** What all virtual servers together want of the kernel, kept up to date one by one. */
final class WantedTable {

    private final Map<ServiceKey, PooledService> services = new LinkedHashMap<>();

    /** The services that each virtual server is configured to have, wanted now or not. */
    private final Map<String, Set<ServiceKey>> owned = new HashMap<>();

    /** The services with their destinations. */
    Map<ServiceKey, PooledService> services() {
        return services;
    }

    /** Every service that is somebody's, wanted now or not: none of them is anybody else's. */
    Set<ServiceKey> owned() {
        Set<ServiceKey> all = new HashSet<>();
        owned.values().forEach(all::addAll);
        return all;
    }

    /**
     * Takes over what these want now.
     *
     * @param gone those that are not configured any more
     * @return every service they had or have
     */
    Set<ServiceKey> update(Collection<VirtualServer> changed, Collection<String> gone) {
        Set<ServiceKey> touched = new HashSet<>();
        gone.forEach(name -> touched.addAll(forget(name)));
        changed.forEach(server -> touched.addAll(forget(server.name())));
        for (VirtualServer server : changed) {
            List<ServiceKey> keys =
                    server.settings().services().stream().map(IpvsService::key).toList();
            owned.put(server.name(), Set.copyOf(keys));
            touched.addAll(keys);
            services.putAll(server.table());
        }
        return touched;
    }

    private Set<ServiceKey> forget(String virtualServer) {
        Set<ServiceKey> had = owned.remove(virtualServer);
        if (had == null) {
            return Set.of();
        }
        services.keySet().removeAll(had);
        return had;
    }
}
