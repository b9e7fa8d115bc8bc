package org.ninelives.vrrp.engine;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.MacAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.NeighbourWatch;
import org.ninelives.api.system.SystemException;
import org.ninelives.vrrp.settings.VirtualAddress;
import org.ninelives.vrrp.wire.NeighbourPeek;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears on the interfaces of virtual routers who speaks for virtual addresses, and tells the
 * virtual router of each such address when it is another machine.
 */
final class Neighbours implements NeighbourWatch.Receiver {

    private static final Logger LOG = LoggerFactory.getLogger(Neighbours.class);

    private final Loop loop;
    private final Map<Wire, NeighbourWatch> watches = new HashMap<>();
    private final Map<IpAddress, List<Owner>> owners = new HashMap<>();
    private final Map<Integer, MacAddress> ownMacs = new HashMap<>();
    private final NeighbourPeek peek = new NeighbourPeek();
    private boolean refusalTold;

    Neighbours(Loop loop) {
        this.loop = loop;
    }

    /** Who has an address, and the interface where others would speak for it. */
    private record Owner(RunningInstance instance, int linkIndex) {}

    private record Wire(int linkIndex, IpAddress.Family family) {}

    /** What these virtual routers own is watched from now on, and nothing else. */
    void watch(List<RunningInstance> instances) {
        owners.clear();
        Map<Wire, Link> wanted = new HashMap<>();
        instances.forEach(instance -> note(instance, wanted));
        Set<Wire> gone = new HashSet<>(watches.keySet());
        gone.removeAll(wanted.keySet());
        gone.forEach(wire -> watches.remove(wire).close());
        wanted.forEach(this::open);
    }

    private void note(RunningInstance instance, Map<Wire, Link> wanted) {
        for (VirtualAddress address : instance.settings().addresses()) {
            address.device()
                    .map(loop.links()::find)
                    .orElseGet(instance::link)
                    .filter(link -> link.mac().bits() != 0)
                    .ifPresent(link -> note(instance, address.address(), link, wanted));
        }
    }

    private void note(
            RunningInstance instance, IpAddress address, Link link, Map<Wire, Link> wanted) {
        List<Owner> alone = List.of(new Owner(instance, link.index()));
        owners.merge(address, alone, Neighbours::together);
        wanted.put(new Wire(link.index(), address.family()), link);
    }

    private static List<Owner> together(List<Owner> some, List<Owner> others) {
        List<Owner> all = new ArrayList<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }

    private void open(Wire wire, Link link) {
        if (watches.containsKey(wire)) {
            return;
        }
        try {
            watches.put(wire, loop.openNeighbourWatch(link, wire.family(), this));
        } catch (SystemException e) {
            if (!refusalTold) {
                refusalTold = true;
                LOG.warn(
                        "a second user of a virtual address on {} would not be noticed: {}",
                        link.name(),
                        e.getMessage());
            }
        }
    }

    /** An interface of this machine has this address now. */
    void linkChanged(Link link) {
        ownMacs.put(link.index(), link.mac());
    }

    void linkRemoved(Link link) {
        ownMacs.remove(link.index());
    }

    @Override
    public void heard(long nowNanos, int linkIndex, ByteBuffer frame) {
        if (!peek.read(frame)) {
            return;
        }
        IpAddress address = peek.address();
        List<Owner> list = owners.get(address);
        if (list == null || ownMacs.containsValue(peek.mac())) {
            return;
        }
        MacAddress mac = peek.mac();
        for (Owner owner : list) {
            if (owner.linkIndex() == linkIndex) {
                owner.instance().observation().addressSeen(nowNanos, address, mac);
            }
        }
    }
}
