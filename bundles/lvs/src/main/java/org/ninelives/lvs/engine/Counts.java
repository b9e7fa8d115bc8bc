package org.ninelives.lvs.engine;

import java.util.Collection;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.ninelives.api.ipvs.DestinationEntry;
import org.ninelives.api.ipvs.IpvsCounters;
import org.ninelives.api.ipvs.IpvsService;
import org.ninelives.api.ipvs.ServiceEntry;
import org.ninelives.lvs.core.RealServer;
import org.ninelives.lvs.core.VirtualServer;

/** What the kernel counts of a virtual server, summed up over its services. Loop thread only. */
final class Counts {

    private final Readings readings;

    Counts(Readings readings) {
        this.readings = readings;
    }

    IpvsCounters of(long nowNanos, VirtualServer server) {
        return sum(entries(nowNanos, server).stream().map(ServiceEntry::counters).toList());
    }

    IpvsCounters of(long nowNanos, VirtualServer virtual, RealServer server) {
        return sum(
                destinations(nowNanos, virtual, server).stream()
                        .map(DestinationEntry::counters)
                        .toList());
    }

    /** The destinations that a real server is in the kernel. */
    Collection<DestinationEntry> destinations(
            long nowNanos, VirtualServer virtual, RealServer server) {
        return entries(nowNanos, virtual).stream()
                .flatMap(entry -> find(entry, server).stream())
                .toList();
    }

    private Collection<ServiceEntry> entries(long nowNanos, VirtualServer server) {
        return server.settings().services().stream()
                .map(IpvsService::key)
                .flatMap(key -> readings.service(nowNanos, key).stream())
                .toList();
    }

    private static Optional<DestinationEntry> find(ServiceEntry entry, RealServer server) {
        return entry.destinations().stream()
                .filter(
                        each ->
                                each.destination()
                                        .key()
                                        .equals(
                                                server.settings()
                                                        .address()
                                                        .destinationOf(entry.service().key())))
                .findFirst();
    }

    private static IpvsCounters sum(Collection<IpvsCounters> all) {
        return new IpvsCounters(
                sum(all, IpvsCounters::connections),
                sum(all, IpvsCounters::packetsIn),
                sum(all, IpvsCounters::packetsOut),
                sum(all, IpvsCounters::bytesIn),
                sum(all, IpvsCounters::bytesOut),
                sum(all, IpvsCounters::connectionsPerSecond),
                sum(all, IpvsCounters::packetsInPerSecond),
                sum(all, IpvsCounters::packetsOutPerSecond),
                sum(all, IpvsCounters::bytesInPerSecond),
                sum(all, IpvsCounters::bytesOutPerSecond));
    }

    private static long sum(Collection<IpvsCounters> all, ToLongFunction<IpvsCounters> counter) {
        return all.stream().mapToLong(counter).sum();
    }
}
