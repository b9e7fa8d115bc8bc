package org.ninelives.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.ninelives.api.ipvs.DestinationEntry;
import org.ninelives.api.ipvs.DestinationKey;
import org.ninelives.api.ipvs.Forwarding;
import org.ninelives.api.ipvs.IpvsCounters;
import org.ninelives.api.ipvs.IpvsDestination;
import org.ninelives.api.ipvs.IpvsService;
import org.ninelives.api.ipvs.ServiceEntry;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.net.IpAddress;

/** A service of a fake kernel and its destinations, the newest first. */
final class FakeIpvsService {

    private static final IpvsCounters NOTHING = new IpvsCounters(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private final SequencedMap<DestinationKey, DestinationEntry> destinations =
            new LinkedHashMap<>();
    private IpvsService settings;

    FakeIpvsService(IpvsService settings) {
        this.settings = settings;
    }

    ServiceKey key() {
        return settings.key();
    }

    void settings(IpvsService changed) {
        settings = changed;
    }

    ServiceEntry entry() {
        return new ServiceEntry(settings, sum(), new ArrayList<>(destinations.values()));
    }

    private IpvsCounters sum() {
        return destinations.values().stream()
                .map(DestinationEntry::counters)
                .reduce(NOTHING, FakeIpvsService::sum);
    }

    private static IpvsCounters sum(IpvsCounters a, IpvsCounters b) {
        return new IpvsCounters(
                a.connections() + b.connections(),
                a.packetsIn() + b.packetsIn(),
                a.packetsOut() + b.packetsOut(),
                a.bytesIn() + b.bytesIn(),
                a.bytesOut() + b.bytesOut(),
                a.connectionsPerSecond() + b.connectionsPerSecond(),
                a.packetsInPerSecond() + b.packetsInPerSecond(),
                a.packetsOutPerSecond() + b.packetsOutPerSecond(),
                a.bytesInPerSecond() + b.bytesInPerSecond(),
                a.bytesOutPerSecond() + b.bytesOutPerSecond());
    }

    /** Whether a destination has another address family than the service. */
    boolean isMixed() {
        return destinations.keySet().stream().anyMatch(this::isForeign);
    }

    private boolean isForeign(DestinationKey destination) {
        return destination.address().family() != key().family();
    }

    Optional<String> add(IpvsDestination destination, boolean syncs) {
        Optional<String> errno = check(destination, syncs);
        if (errno.isPresent()) {
            return errno;
        }
        if (destinations.containsKey(destination.key())) {
            return Optional.of("EEXIST");
        }
        if (!canBeHost(destination.key().address())) {
            return Optional.of("EINVAL");
        }
        destinations.putFirst(
                destination.key(), new DestinationEntry(canonical(destination), 0, 0, 0, NOTHING));
        return Optional.empty();
    }

    Optional<String> edit(IpvsDestination destination, boolean syncs) {
        Optional<String> errno = check(destination, syncs);
        if (errno.isPresent()) {
            return errno;
        }
        DestinationEntry old = destinations.get(destination.key());
        if (old == null) {
            return Optional.of("ENOENT");
        }
        destinations.put(
                destination.key(),
                new DestinationEntry(
                        canonical(destination),
                        old.activeConnections(),
                        old.inactiveConnections(),
                        old.persistentConnections(),
                        old.counters()));
        return Optional.empty();
    }

    Optional<String> delete(DestinationKey destination) {
        return destinations.remove(destination) == null ? Optional.of("ENOENT") : Optional.empty();
    }

    private Optional<String> check(IpvsDestination destination, boolean syncs) {
        Forwarding forwarding = destination.forwarding();
        boolean isTunnel = forwarding.method() == Forwarding.Method.TUNNEL;
        if (isForeign(destination.key()) && (syncs || !isTunnel)) {
            return Optional.of("EINVAL");
        }
        if (destination.weight() < 0
                || destination.lowerThreshold() > destination.upperThreshold()) {
            return Optional.of("ERANGE");
        }
        boolean lacksPort =
                isTunnel
                        && forwarding
                                .tunnel()
                                .filter(t -> t.type() == Forwarding.TunnelType.GUE && t.port() == 0)
                                .isPresent();
        return lacksPort ? Optional.of("EINVAL") : Optional.empty();
    }

    /** Not what the routing of the kernel calls multicast, broadcast or nobody's. */
    private static boolean canBeHost(IpAddress address) {
        if (address.family() == IpAddress.Family.IPV4) {
            int first = address.ipv4Bits() >>> 24;
            return first != 0 && first < 224;
        }
        boolean isNobody = address.high() == 0 && address.low() == 0;
        return !isNobody && !address.isMulticast() && !address.isLinkLocal();
    }

    private static IpvsDestination canonical(IpvsDestination destination) {
        return new IpvsDestination(
                destination.key(),
                canonical(destination.forwarding()),
                destination.weight(),
                destination.upperThreshold(),
                destination.lowerThreshold());
    }

    /** Plain IP in IP needs no words. */
    private static Forwarding canonical(Forwarding forwarding) {
        boolean isPlain =
                forwarding.method() != Forwarding.Method.TUNNEL
                        || forwarding
                                .tunnel()
                                .filter(tunnel -> tunnel.type() == Forwarding.TunnelType.IPIP)
                                .isPresent();
        return isPlain ? new Forwarding(forwarding.method(), Optional.empty()) : forwarding;
    }

    void connections(DestinationKey key, long active, long inactive) {
        DestinationEntry old = destinations.get(key);
        destinations.put(
                key,
                new DestinationEntry(
                        old.destination(),
                        active,
                        inactive,
                        old.persistentConnections(),
                        old.counters()));
    }

    void counters(DestinationKey key, IpvsCounters counters) {
        DestinationEntry old = destinations.get(key);
        destinations.put(
                key,
                new DestinationEntry(
                        old.destination(),
                        old.activeConnections(),
                        old.inactiveConnections(),
                        old.persistentConnections(),
                        counters));
    }
}
