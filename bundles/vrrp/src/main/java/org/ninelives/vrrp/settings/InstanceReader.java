package org.ninelives.vrrp.settings;

import java.util.List;
import java.util.Optional;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.notify.Audience;
import org.ninelives.vrrp.core.RouterSettings;
import org.ninelives.vrrp.wire.AdvertFormat;
import org.ninelives.vrrp.wire.Authentication;
import org.ninelives.vrrp.wire.UnicastPeer;

/**
 * Reads one {@code vrrp_instance}: fills in what is not written and checks what must fit together.
 */
final class InstanceReader {

    private final InstanceScope scope;
    private final KeyFiles keyFiles;
    private final RoutingReader routing;

    InstanceReader(InstanceScope scope, KeyFiles keyFiles, RoutingReader routing) {
        this.scope = scope;
        this.keyFiles = keyFiles;
        this.routing = routing;
    }

    /** The settings, or nothing if the instance cannot run; then a problem says why. */
    Optional<InstanceSettings> read() {
        VirtualAddresses addresses = VirtualAddresses.read(scope);
        IpAddress.Family family = addresses.family();
        int version = version(family);
        addresses.check(scope, version);
        PeersReader reader = new PeersReader(scope, family);
        List<UnicastPeer> peers = reader.peers();
        boolean held = reader.isHeld(peers);
        Optional<IpAddress> source = reader.source(peers);
        Optional<InterfaceName> interfaceName = interfaceName(peers, source);
        Optional<Integer> virtualRouterId = virtualRouterId();
        RouterSettings router = RouterReader.read(scope, version);
        Authentication authentication = AuthenticationReader.read(scope, family, router, keyFiles);
        if (!scope.isRunnable()) {
            return Optional.empty();
        }
        boolean unicast = held || !peers.isEmpty();
        InstanceKey key =
                new InstanceKey(
                        interfaceName,
                        virtualRouterId.orElseThrow(),
                        family,
                        unicast ? Optional.empty() : Optional.of(reader.group()),
                        0);
        AdvertFormat advert = advert(key, router, addresses, authentication, peers);
        VirtualInterfaces virtualInterfaces =
                VirtualInterfaceReader.read(scope, key, unicast, addresses.all());
        return Optional.of(
                new InstanceSettings(
                        scope.name(),
                        key,
                        router,
                        advert,
                        source,
                        peers,
                        addresses.advertised(),
                        addresses.excluded(),
                        routing.ofInstance(scope.values()),
                        TrackingReader.read(scope, router.isOwner(), source),
                        virtualInterfaces,
                        TransportReader.read(scope, advert, unicast),
                        MasterReader.read(scope, router, virtualInterfaces.own().isPresent()),
                        scope.isSet(MasterGrammar.NOTIFY_DELETED),
                        Audience.NONE,
                        held
                                ? Optional.of("no peer in unicast_peer; see unicast_fault_no_peer")
                                : Optional.empty()));
    }

    /** IPv6 needs version 3 unless version 2 is asked for in so many words. */
    private int version(IpAddress.Family family) {
        Optional<Integer> written = scope.get(InstanceGrammar.VERSION);
        if (family == IpAddress.Family.IPV4) {
            return written.orElse(scope.getGlobal(GlobalGrammar.VRRP_VERSION));
        }
        if (written.filter(version -> version == 2).isEmpty()) {
            return 3;
        }
        if (scope.isStrict()) {
            scope.warn(InstanceGrammar.VERSION, "2 becomes 3: strict mode has no IPv6 before");
            return 3;
        }
        scope.note(InstanceGrammar.VERSION, "2 over IPv6 is known to keepalived only");
        return 2;
    }

    private Optional<InterfaceName> interfaceName(
            List<UnicastPeer> peers, Optional<IpAddress> source) {
        Optional<InterfaceName> name = VirtualInterfaceReader.interfaceBelow(scope);
        if (name.isEmpty() && (peers.isEmpty() || source.isEmpty())) {
            scope.cannotRun(
                    InstanceGrammar.INTERFACE,
                    "an interface is needed, or unicast_peer with unicast_src_ip");
        }
        return name;
    }

    private Optional<Integer> virtualRouterId() {
        Optional<Integer> id = scope.get(InstanceGrammar.VIRTUAL_ROUTER_ID);
        if (id.isEmpty()) {
            scope.cannotRun(InstanceGrammar.VIRTUAL_ROUTER_ID, "a number in 1..255 is needed");
        }
        return id;
    }

    private AdvertFormat advert(
            InstanceKey key,
            RouterSettings router,
            VirtualAddresses addresses,
            Authentication authentication,
            List<UnicastPeer> peers) {
        PeersReader reader = new PeersReader(scope, key.family());
        return new AdvertFormat(
                key.family(),
                router.version(),
                key.virtualRouterId(),
                router.advertIntervalNanos(),
                addresses.advertised().stream().map(VirtualAddress::address).toList(),
                authentication,
                peers,
                reader.isSourceChecked(peers),
                peers.isEmpty() ? AdvertFormat.MULTICAST_TTL : reader.unicastTtl(),
                scope.orGlobal(TransportGrammar.V3_CHECKSUM_AS_V2, GlobalGrammar.V3_CHECKSUM_AS_V2),
                scope.get(TransportGrammar.OLD_UNICAST_CHECKSUM),
                scope.orGlobal(
                        TransportGrammar.SKIP_CHECK_ADV_ADDR, GlobalGrammar.SKIP_CHECK_ADV_ADDR),
                router.ownerIgnoresAdverts());
    }
}
