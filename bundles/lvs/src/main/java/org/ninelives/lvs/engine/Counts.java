package org.ninelives.lvs.engine;

import java.util.Collection;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.ninelives.api.ipvs.DestinationEntry;
import org.ninelives.api.ipvs.IpvsCounters;
import org.ninelives.api.ipvs.IpvsService;
import org.ninelives.api.ipvs.ServiceEntry;
import org.ninelives.api.management.ServerTraffic;
import org.ninelives.lvs.core.VirtualServer;
import org.ninelives.lvs.settings.ServerAddress;

/** What the kernel counts of a virtual server, summed up over its services. Loop thread only. */
final class Counts {

    private final Readings readings;

    Counts(Readings readings) {
        this.readings = readings;
    }

    IpvsCounters of(long nowNanos, VirtualServer server) {
        return sum(entries(nowNanos, server).stream().map(ServiceEntry::counters).toList());
    }

    /** Of a server of a virtual server, the sorry server too. */
    ServerTraffic of(long nowNanos, VirtualServer virtual, ServerAddress server) {
        Collection<DestinationEntry> entries = destinations(nowNanos, virtual, server);
        return new ServerTraffic(
                total(entries, DestinationEntry::activeConnections),
                total(entries, DestinationEntry::inactiveConnections),
                total(entries, DestinationEntry::persistentConnections),
                sum(entries.stream().map(DestinationEntry::counters).toList()));
    }

    /** The destinations that a server is in the kernel. */
    Collection<DestinationEntry> destinations(
            long nowNanos, VirtualServer virtual, ServerAddress server) {
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

    private static Optional<DestinationEntry> find(ServiceEntry entry, ServerAddress server) {
        return entry.destinations().stream()
                .filter(
                        each ->
                                each.destination()
                                        .key()
                                        .equals(server.destinationOf(entry.service().key())))
                .findFirst();
    }

    private static IpvsCounters sum(Collection<IpvsCounters> all) {
        return new IpvsCounters(
                total(all, IpvsCounters::connections),
                total(all, IpvsCounters::packetsIn),
                total(all, IpvsCounters::packetsOut),
                total(all, IpvsCounters::bytesIn),
                total(all, IpvsCounters::bytesOut),
                total(all, IpvsCounters::connectionsPerSecond),
                total(all, IpvsCounters::packetsInPerSecond),
                total(all, IpvsCounters::packetsOutPerSecond),
                total(all, IpvsCounters::bytesInPerSecond),
                total(all, IpvsCounters::bytesOutPerSecond));
    }

    private static <T> long total(Collection<T> all, ToLongFunction<T> count) {
        return all.stream().mapToLong(count).sum();
    }
}
