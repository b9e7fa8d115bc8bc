package org.ninelives.api.ipvs;

import java.util.List;

/** A service in the kernel with its destinations, in the kernel's order. */
public record ServiceEntry(
        IpvsService service, IpvsCounters counters, List<DestinationEntry> destinations) {

    public ServiceEntry {
        destinations = List.copyOf(destinations);
    }
}
