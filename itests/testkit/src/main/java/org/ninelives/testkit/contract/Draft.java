package org.ninelives.testkit.contract;

import java.util.Optional;
import java.util.Set;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.AddressFlag;
import org.ninelives.api.system.InterfaceAddress;

/** An address that has no interface yet. */
record Draft(InterfaceAddress address) {

    static Draft of(String prefix) {
        return new Draft(
                InterfaceAddress.of(0, IpPrefix.of(prefix))
                        .withProtocol(InterfaceAddress.PROTOCOL_OURS));
    }

    Draft labelled(String label) {
        return but(address.peer(), address.scope(), address.broadcast(), Optional.of(label));
    }

    Draft broadcastingTo(String broadcast) {
        Optional<IpAddress> to = Optional.of(IpAddress.of(broadcast));
        return but(address.peer(), address.scope(), to, address.label());
    }

    Draft scoped(int scope) {
        return but(address.peer(), scope, address.broadcast(), address.label());
    }

    Draft to(String peer) {
        Optional<IpAddress> other = Optional.of(IpAddress.of(peer));
        return but(other, address.scope(), address.broadcast(), address.label());
    }

    Draft preferred(long seconds) {
        return new Draft(address.withPreferredSeconds(seconds));
    }

    Draft with(AddressFlag... flags) {
        return new Draft(address.withFlags(Set.of(flags)));
    }

    private Draft but(
            Optional<IpAddress> peer,
            int scope,
            Optional<IpAddress> broadcast,
            Optional<String> label) {
        return new Draft(
                new InterfaceAddress(
                        address.linkIndex(),
                        address.prefix(),
                        peer,
                        scope,
                        broadcast,
                        label,
                        address.preferredSeconds(),
                        address.flags(),
                        address.protocol()));
    }

    InterfaceAddress onLink(int index) {
        return new InterfaceAddress(
                index,
                address.prefix(),
                address.peer(),
                address.scope(),
                address.broadcast(),
                address.label(),
                address.preferredSeconds(),
                address.flags(),
                address.protocol());
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
