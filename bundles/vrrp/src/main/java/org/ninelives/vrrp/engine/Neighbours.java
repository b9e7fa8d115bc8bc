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
    private final Map<IpAddress, List<RunningInstance>> owners = new HashMap<>();
    private final Map<Integer, MacAddress> ownMacs = new HashMap<>();
    private final NeighbourPeek peek = new NeighbourPeek();
    private boolean refusalTold;

    Neighbours(Loop loop) {
        this.loop = loop;
    }

    private record Wire(int linkIndex, IpAddress.Family family) {}

    /** What these virtual routers own is watched from now on, and nothing else. */
    void watch(List<RunningInstance> instances) {
        owners.clear();
        Map<Wire, Link> wanted = new HashMap<>();
        for (RunningInstance instance : instances) {
            instance.link()
                    .filter(link -> link.mac().bits() != 0)
                    .ifPresent(link -> note(instance, link, wanted));
        }
        Set<Wire> gone = new HashSet<>(watches.keySet());
        gone.removeAll(wanted.keySet());
        gone.forEach(wire -> watches.remove(wire).close());
        wanted.forEach(this::open);
    }

    private void note(RunningInstance instance, Link link, Map<Wire, Link> wanted) {
        for (VirtualAddress address : instance.settings().addresses()) {
            owners.computeIfAbsent(address.address(), any -> new ArrayList<>()).add(instance);
            wanted.put(new Wire(link.index(), address.address().family()), link);
        }
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
        List<RunningInstance> list = owners.get(address);
        if (list == null || ownMacs.containsValue(peek.mac())) {
            return;
        }
        MacAddress mac = peek.mac();
        for (RunningInstance owner : list) {
            if (owner.isOn(linkIndex)) {
                owner.observation().addressSeen(nowNanos, address, mac);
            }
        }
    }
}
