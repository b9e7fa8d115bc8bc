package org.ninelives.lvs.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

    /** Whose a service is; one that leaves has what nobody else has taken over. */
    private final Map<ServiceKey, String> owners = new HashMap<>();

    /** The services with their destinations. */
    Map<ServiceKey, PooledService> services() {
        return services;
    }

    /** Every service that is somebody's, wanted now or not: none of them is anybody else's. */
    Set<ServiceKey> owned() {
        return Set.copyOf(owners.keySet());
    }

    /**
     * Takes over what these want now.
     *
     * @return every service they had or have
     */
    Set<ServiceKey> update(Collection<VirtualServer> changed) {
        Set<ServiceKey> touched = new HashSet<>();
        changed.forEach(server -> touched.addAll(forget(server.name())));
        for (VirtualServer server : changed) {
            if (!server.isGone()) {
                touched.addAll(take(server));
            }
        }
        return touched;
    }

    private Set<ServiceKey> take(VirtualServer server) {
        Set<ServiceKey> keys = new LinkedHashSet<>();
        for (IpvsService service : server.settings().services()) {
            keys.add(service.key());
        }
        if (server.isLeaving()) {
            keys.removeAll(owners.keySet());
        }
        owned.put(server.name(), keys);
        Map<ServiceKey, PooledService> table = server.table();
        for (ServiceKey key : keys) {
            owners.put(key, server.name());
            services.remove(key);
            if (table.containsKey(key)) {
                services.put(key, table.get(key));
            }
        }
        return keys;
    }

    private Set<ServiceKey> forget(String virtualServer) {
        Set<ServiceKey> had = owned.remove(virtualServer);
        if (had == null) {
            return Set.of();
        }
        for (ServiceKey key : had) {
            if (owners.remove(key, virtualServer)) {
                services.remove(key);
            }
        }
        return had;
    }
}
