package org.ninelives.testkit;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import org.ninelives.api.ipvs.DestinationKey;
import org.ninelives.api.ipvs.IpvsChange;
import org.ninelives.api.ipvs.IpvsCounters;
import org.ninelives.api.ipvs.IpvsService;
import org.ninelives.api.ipvs.IpvsTimeouts;
import org.ninelives.api.ipvs.Persistence;
import org.ninelives.api.ipvs.ServiceEntry;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.ipvs.SyncDaemon;
import org.ninelives.api.net.IpAddress;

/**
 * IPVS of one network namespace. Answers a refused change with the errno that net/netfilter/ipvs
 * has for it.
 */
final class FakeIpvsTable {

    private static final Set<String> SCHEDULERS =
            Set.of(
                    "rr", "wrr", "lc", "wlc", "lblc", "lblcr", "dh", "sh", "mh", "sed", "nq", "fo",
                    "ovf", "twos");

    /** IP_VS_SVC_TAB_SIZE of a kernel as distributions build it. */
    private static final int HASH_SIZE = 256;

    private static final int MTU = 1500;
    private static final int IPV4_AND_UDP_HEADER = 28;
    private static final int IPV6_AND_UDP_HEADER = 48;

    private final SequencedMap<ServiceKey, FakeIpvsService> services = new LinkedHashMap<>();
    private final Map<SyncDaemon.Role, SyncDaemon> daemons = new EnumMap<>(SyncDaemon.Role.class);
    private final Set<String> missing;
    private IpvsTimeouts timeouts = new IpvsTimeouts(900, 120, 300);

    /**
     * An empty one.
     *
     * @param missing names of schedulers, engines and interfaces that are not there
     */
    FakeIpvsTable(Set<String> missing) {
        this.missing = missing;
    }

    /** Services of addresses first, then those of marks, each in the order of a hash. */
    List<ServiceEntry> services() {
        return services.values().stream()
                .sorted(
                        Comparator.comparing((FakeIpvsService each) -> isMark(each.key()))
                                .thenComparingInt(each -> hash(each.key())))
                .map(FakeIpvsService::entry)
                .toList();
    }

    private static boolean isMark(ServiceKey key) {
        return key instanceof ServiceKey.Mark;
    }

    private static int hash(ServiceKey key) {
        return switch (key) {
            case ServiceKey.Mark mark -> Math.floorMod((int) mark.mark(), HASH_SIZE);
            case ServiceKey.Endpoint endpoint -> {
                long fold = endpoint.address().high() ^ endpoint.address().low();
                int address = (int) (fold ^ fold >>> 32);
                int port = endpoint.port() ^ endpoint.port() >>> 8;
                yield Math.floorMod(endpoint.protocol().number() ^ address ^ port, HASH_SIZE);
            }
        };
    }

    Optional<ServiceEntry> service(ServiceKey key) {
        return Optional.ofNullable(services.get(key)).map(FakeIpvsService::entry);
    }

    IpvsTimeouts timeouts() {
        return timeouts;
    }

    List<SyncDaemon> syncDaemons() {
        return List.copyOf(daemons.values());
    }

    void connections(ServiceKey key, DestinationKey destination, long active, long inactive) {
        services.get(key).connections(destination, active, inactive);
    }

    void counters(ServiceKey key, DestinationKey destination, IpvsCounters counters) {
        services.get(key).counters(destination, counters);
    }

    /** Makes a change; the errno if it is refused. */
    Optional<String> apply(IpvsChange change) {
        return switch (change) {
            case IpvsChange.AddService add -> add(add.service());
            case IpvsChange.EditService edit -> edit(edit.service());
            case IpvsChange.DeleteService delete ->
                    services.remove(delete.key()) == null ? refused("ESRCH") : done();
            case IpvsChange.AddDestination add ->
                    in(add.service())
                            .map(service -> service.add(add.destination(), syncs()))
                            .orElse(refused("ESRCH"));
            case IpvsChange.EditDestination edit ->
                    in(edit.service())
                            .map(service -> service.edit(edit.destination(), syncs()))
                            .orElse(refused("ESRCH"));
            case IpvsChange.DeleteDestination delete ->
                    in(delete.service())
                            .map(service -> service.delete(delete.destination()))
                            .orElse(refused("ESRCH"));
            case IpvsChange.Flush flush -> {
                services.clear();
                yield done();
            }
            case IpvsChange.SetTimeouts set -> set(set.timeouts());
            case IpvsChange.StartSync start -> start(start.daemon());
            case IpvsChange.StopSync stop ->
                    daemons.remove(stop.role()) == null ? refused("ESRCH") : done();
        };
    }

    private static Optional<String> done() {
        return Optional.empty();
    }

    private static Optional<String> refused(String errno) {
        return Optional.of(errno);
    }

    private Optional<FakeIpvsService> in(ServiceKey key) {
        return Optional.ofNullable(services.get(key));
    }

    private boolean syncs() {
        return !daemons.isEmpty();
    }

    private Optional<String> add(IpvsService service) {
        if (services.containsKey(service.key())) {
            return refused("EEXIST");
        }
        Optional<String> errno = check(service);
        if (errno.isEmpty()) {
            services.putFirst(service.key(), new FakeIpvsService(service));
        }
        return errno;
    }

    private Optional<String> edit(IpvsService service) {
        FakeIpvsService old = services.get(service.key());
        if (old == null) {
            return refused("ESRCH");
        }
        Optional<String> errno = check(service);
        if (errno.isEmpty()) {
            old.settings(service);
        }
        return errno;
    }

    private Optional<String> check(IpvsService service) {
        String scheduler = service.scheduler();
        if (!SCHEDULERS.contains(scheduler) || missing.contains(scheduler)) {
            return refused("ENOENT");
        }
        Optional<String> engine = service.persistence().flatMap(Persistence::engine);
        if (engine.isPresent() && (!engine.get().equals("sip") || missing.contains("sip"))) {
            return refused("ENOENT");
        }
        boolean isWrong =
                service.key().family() == IpAddress.Family.IPV6
                        && service.persistence()
                                .map(Persistence::prefixLength)
                                .filter(length -> length < 1 || length > 128)
                                .isPresent();
        return isWrong ? refused("EINVAL") : done();
    }

    private Optional<String> set(IpvsTimeouts wanted) {
        timeouts =
                new IpvsTimeouts(
                        wanted.tcp() == 0 ? timeouts.tcp() : wanted.tcp(),
                        wanted.tcpFin() == 0 ? timeouts.tcpFin() : wanted.tcpFin(),
                        wanted.udp() == 0 ? timeouts.udp() : wanted.udp());
        return done();
    }

    private Optional<String> start(SyncDaemon daemon) {
        // Its messages have no room for a destination of another family than the service's.
        if (services.values().stream().anyMatch(FakeIpvsService::isMixed)) {
            return refused("EINVAL");
        }
        if (missing.contains(daemon.interfaceName().toString())) {
            return refused("ENODEV");
        }
        if (daemons.containsKey(daemon.role())) {
            return refused("EEXIST");
        }
        IpAddress group = daemon.group().orElse(IpAddress.of("224.0.0.81"));
        int headers =
                group.family() == IpAddress.Family.IPV4 ? IPV4_AND_UDP_HEADER : IPV6_AND_UDP_HEADER;
        daemons.put(
                daemon.role(),
                new SyncDaemon(
                        daemon.role(),
                        daemon.interfaceName(),
                        daemon.syncId(),
                        OptionalInt.of(daemon.maxLength().orElse(MTU - headers)),
                        Optional.of(group),
                        OptionalInt.of(daemon.port().orElse(8848)),
                        OptionalInt.of(daemon.ttl().orElse(1))));
        return done();
    }
}
