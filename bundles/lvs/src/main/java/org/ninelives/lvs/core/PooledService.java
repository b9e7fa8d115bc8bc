package org.ninelives.lvs.core;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ninelives.api.ipvs.DestinationEntry;
import org.ninelives.api.ipvs.DestinationKey;
import org.ninelives.api.ipvs.IpvsDestination;
import org.ninelives.api.ipvs.IpvsService;
import org.ninelives.api.ipvs.ServiceEntry;

/** A service with its destinations, as the kernel has it or shall have it. */
public record PooledService(
        IpvsService service, Map<DestinationKey, IpvsDestination> destinations) {

    public PooledService {
        destinations = Collections.unmodifiableMap(new LinkedHashMap<>(destinations));
    }

    /** As the kernel tells it. */
    public static PooledService of(ServiceEntry entry) {
        Map<DestinationKey, IpvsDestination> destinations = new LinkedHashMap<>();
        for (DestinationEntry each : entry.destinations()) {
            destinations.put(each.destination().key(), each.destination());
        }
        return new PooledService(entry.service(), destinations);
    }
}
