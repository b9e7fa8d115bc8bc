package org.ninelives.lvs.core;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ninelives.api.ipvs.DestinationKey;
import org.ninelives.api.ipvs.IpvsDestination;
import org.ninelives.api.ipvs.IpvsService;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.lvs.settings.RealServerSettings;
import org.ninelives.lvs.settings.ServerAddress;
import org.ninelives.lvs.settings.SorryServerSettings;
import org.ninelives.lvs.settings.VirtualServerSettings;

/** Who stands in the kernel for a virtual server, and with which weight. */
final class Pool {

    private static final int SORRY_WEIGHT = 1;

    private final ServiceKey service;
    private final Map<DestinationKey, IpvsDestination> destinations = new LinkedHashMap<>();

    private Pool(ServiceKey service) {
        this.service = service;
    }

    /**
     * The services of a virtual server with their destinations.
     *
     * @param leaving those that are drained because they are not configured any more
     */
    static Map<ServiceKey, PooledService> of(
            VirtualServerSettings settings,
            boolean quorumMet,
            Collection<RealServer> servers,
            Collection<RealServer> leaving) {
        boolean serving = isServing(settings, quorumMet);
        Map<ServiceKey, PooledService> services = new LinkedHashMap<>();
        for (IpvsService service : settings.services()) {
            Pool pool = new Pool(service.key());
            leaving.forEach(server -> pool.put(server.settings(), 0));
            servers.forEach(server -> pool.put(server, serving));
            settings.sorryServer().ifPresent(sorry -> pool.put(sorry, !quorumMet));
            services.put(service.key(), new PooledService(service, pool.destinations));
        }
        return services;
    }

    /** The services of a virtual server with those destinations only that are drained. */
    static Map<ServiceKey, PooledService> ofLeaving(
            VirtualServerSettings settings, Collection<RealServer> leaving) {
        Map<ServiceKey, PooledService> services = new LinkedHashMap<>();
        for (IpvsService service : settings.services()) {
            Pool pool = new Pool(service.key());
            leaving.forEach(server -> pool.put(server.settings(), 0));
            services.put(service.key(), new PooledService(service, pool.destinations));
        }
        return services;
    }

    /** Whether those that are up serve, and not the sorry server in their place. */
    static boolean isServing(VirtualServerSettings settings, boolean quorumMet) {
        return quorumMet || settings.sorryServer().isEmpty();
    }

    /**
     * Whether a server stands in the kernel, with weight or without.
     *
     * @param serving whether those that are up serve
     */
    static boolean holds(RealServer server, boolean serving) {
        boolean inhibits = server.settings().inhibitOnFailure();
        return switch (server.drainState()) {
            case NONE -> inhibits || (server.isAlive() && serving);
            case DRAINING -> inhibits || server.isAlive();
            case DRAINED -> false;
        };
    }

    private void put(RealServer server, boolean serving) {
        if (holds(server, serving)) {
            put(server.settings(), server.isAlive() && serving ? server.weight() : 0);
        }
    }

    private void put(RealServerSettings server, int weight) {
        put(server.address(), weight, server.upperThreshold(), server.lowerThreshold());
    }

    private void put(SorryServerSettings sorry, boolean needed) {
        if (needed) {
            put(sorry.address(), SORRY_WEIGHT, 0, 0);
        } else if (sorry.inhibit() && !has(sorry.address())) {
            put(sorry.address(), 0, 0, 0);
        }
    }

    /** A real server may apologize as well. */
    private boolean has(ServerAddress address) {
        return destinations.containsKey(address.destinationOf(service));
    }

    private void put(ServerAddress address, int weight, long upper, long lower) {
        DestinationKey key = address.destinationOf(service);
        destinations.put(key, new IpvsDestination(key, address.forwarding(), weight, upper, lower));
    }
}
