package org.ninelives.vrrp.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.Addresses;
import org.ninelives.api.system.InterfaceAddress;

/** The addresses on the interfaces of this machine. */
final class AddressStore implements Store<InterfaceAddress> {

    private final Store<InterfaceAddress> machine;
    private final Map<Place, InterfaceAddress> ours = new HashMap<>();

    AddressStore(Addresses addresses) {
        machine = MachineStore.of(addresses);
    }

    /** By what the kernel tells addresses apart. */
    private record Place(int linkIndex, IpPrefix prefix) {

        static Place of(InterfaceAddress address) {
            return new Place(address.linkIndex(), address.prefix());
        }
    }

    /** Whether an address was put where this one is. */
    boolean isPutAt(InterfaceAddress told) {
        return ours.containsKey(Place.of(told));
    }

    /** Somebody else took this one off: answers what was put there, if anything was. */
    Optional<InterfaceAddress> lost(InterfaceAddress told) {
        return Optional.ofNullable(ours.remove(Place.of(told)));
    }

    @Override
    public List<Refusal<InterfaceAddress>> put(List<InterfaceAddress> things) {
        things.forEach(address -> ours.put(Place.of(address), address));
        List<Refusal<InterfaceAddress>> refusals = machine.put(things);
        refusals.forEach(refusal -> ours.remove(Place.of(refusal.thing())));
        return refusals;
    }

    @Override
    public List<Refusal<InterfaceAddress>> take(List<InterfaceAddress> things) {
        things.forEach(address -> ours.remove(Place.of(address), address));
        return machine.take(things);
    }

    /**
     * With the first IPv4 address of a network the kernel removes all others of that network from
     * the interface; and the same address with other attributes is one to the kernel.
     */
    @Override
    public Optional<Predicate<InterfaceAddress>> disturbedBy(List<InterfaceAddress> taken) {
        Set<Network> networks = new HashSet<>();
        Set<Place> places = new HashSet<>();
        for (InterfaceAddress address : taken) {
            Network.of(address).ifPresent(networks::add);
            places.add(Place.of(address));
        }
        return Optional.of(
                other ->
                        places.contains(Place.of(other))
                                || Network.of(other).filter(networks::contains).isPresent());
    }

    /** An IPv4 network with room for more than one address. */
    private record Network(int linkIndex, int bits, int length) {

        static Optional<Network> of(InterfaceAddress address) {
            IpAddress ip = address.prefix().address();
            int length = address.prefix().length();
            if (ip.family() != IpAddress.Family.IPV4 || length == Integer.SIZE) {
                return Optional.empty();
            }
            int mask = length == 0 ? 0 : -1 << (Integer.SIZE - length);
            return Optional.of(new Network(address.linkIndex(), ip.ipv4Bits() & mask, length));
        }
    }
}
