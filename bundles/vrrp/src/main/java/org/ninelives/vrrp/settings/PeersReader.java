package org.ninelives.vrrp.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.net.IpAddress;
import org.ninelives.config.grammar.Located;
import org.ninelives.vrrp.wire.UnicastPeer;

/** Reads from where and to where adverts go. */
final class PeersReader {

    private final InstanceScope scope;
    private final IpAddress.Family family;

    PeersReader(InstanceScope scope, IpAddress.Family family) {
        this.scope = scope;
        this.family = family;
    }

    List<UnicastPeer> peers() {
        Map<IpAddress, UnicastPeer> peers = new LinkedHashMap<>();
        for (Located<UnicastPeer> peer : scope.get(TransportGrammar.UNICAST_PEER)) {
            IpAddress address = peer.value().address();
            if (address.family() != family) {
                scope.error(
                        TransportGrammar.UNICAST_PEER,
                        peer,
                        address
                                + " is not an "
                                + Families.name(family)
                                + " address; the peer is left out");
            } else if (address.isMulticast()) {
                scope.error(
                        TransportGrammar.UNICAST_PEER,
                        peer,
                        address + " is not the address of one router; the peer is left out");
            } else if (peers.putIfAbsent(address, peer.value()) != null) {
                scope.warn(
                        TransportGrammar.UNICAST_PEER,
                        peer,
                        address + " is written twice; once is used");
            }
        }
        if (scope.isSet(TransportGrammar.UNICAST_PEER) && peers.isEmpty() && !isHeld(List.of())) {
            scope.warn(
                    TransportGrammar.UNICAST_PEER,
                    "there is no peer in it; adverts are multicast. That is deprecated: leave the"
                            + " block out, or write unicast_fault_no_peer");
        }
        return List.copyOf(peers.values());
    }

    /** Whether the instance is to do nothing rather than multicast. */
    boolean isHeld(List<UnicastPeer> peers) {
        return peers.isEmpty() && scope.get(TransportGrammar.UNICAST_FAULT_NO_PEER);
    }

    /**
     * {@code unicast_src_ip} and {@code mcast_src_ip} are one setting with two names; the fitting
     * one is preferred.
     */
    Optional<IpAddress> source(List<UnicastPeer> peers) {
        Optional<IpAddress> unicast = scope.get(TransportGrammar.UNICAST_SRC_IP);
        Optional<IpAddress> multicast = scope.get(TransportGrammar.MCAST_SRC_IP);
        Optional<IpAddress> source =
                peers.isEmpty() ? multicast.or(() -> unicast) : unicast.or(() -> multicast);
        if (source.filter(address -> address.family() != family).isPresent()) {
            scope.cannotRun(
                    unicast.equals(source)
                            ? TransportGrammar.UNICAST_SRC_IP
                            : TransportGrammar.MCAST_SRC_IP,
                    source.get() + " is not an " + Families.name(family) + " address");
        }
        return source;
    }

    /** The multicast group of the instance's family. */
    IpAddress group() {
        IpAddress global =
                scope.getGlobal(
                        family == IpAddress.Family.IPV4
                                ? GlobalGrammar.VRRP_MCAST_GROUP4
                                : GlobalGrammar.VRRP_MCAST_GROUP6);
        Optional<IpAddress> own = scope.get(TransportGrammar.MCAST_DST_IP);
        if (own.filter(address -> address.family() != family).isPresent()) {
            scope.warn(
                    TransportGrammar.MCAST_DST_IP,
                    own.get() + " is not of the family of the instance; " + global + " is used");
            return global;
        }
        return own.orElse(global);
    }

    /** Sources are checked where it is asked for, and where a peer has TTL bounds. */
    boolean isSourceChecked(List<UnicastPeer> peers) {
        boolean asked =
                scope.get(TransportGrammar.CHECK_UNICAST_SRC)
                        || scope.getGlobal(GlobalGrammar.CHECK_UNICAST_SRC);
        return asked
                || peers.stream().anyMatch(peer -> !peer.equals(UnicastPeer.of(peer.address())));
    }

    /** The TTL of unicast adverts; with 0 they would not leave this node. */
    int unicastTtl() {
        int written = scope.get(TransportGrammar.UNICAST_TTL);
        if (written == 0) {
            scope.warn(
                    TransportGrammar.UNICAST_TTL,
                    "with 0 no advert would leave this node; it becomes 1");
        }
        return Math.max(1, written);
    }
}
