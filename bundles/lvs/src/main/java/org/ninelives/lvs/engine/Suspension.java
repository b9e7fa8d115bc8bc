package org.ninelives.lvs.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.ninelives.api.ipvs.IpvsService;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.LinkListener;
import org.ninelives.api.system.SystemException;
import org.ninelives.api.system.WatchLoop;
import org.ninelives.lvs.settings.VirtualServerSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which virtual servers need no checks because none of their addresses is on this machine ({@code
 * ha_suspend}). Loop thread only.
 */
final class Suspension implements LinkListener {

    private static final Logger LOG = LoggerFactory.getLogger(Suspension.class);

    private final WatchLoop loop;
    private final Runnable addressesChanged;

    private final Map<IpAddress, Set<Place>> addresses = new HashMap<>();

    private boolean watching;

    /** An address may be on several interfaces, and on one with several prefix lengths. */
    private record Place(int linkIndex, IpPrefix prefix) {

        static Place of(InterfaceAddress address) {
            return new Place(address.linkIndex(), address.prefix());
        }
    }

    /**
     * Knows no address yet.
     *
     * @param addressesChanged told when another look is worth while; must not look itself
     */
    Suspension(WatchLoop loop, Runnable addressesChanged) {
        this.loop = loop;
        this.addressesChanged = addressesChanged;
    }

    /** Whether its checks rest; addresses are watched from the first one on that asks for it. */
    boolean suspends(VirtualServerSettings settings) {
        return settings.haSuspend()
                && watches()
                && settings.services().stream().noneMatch(this::isHere);
    }

    private boolean isHere(IpvsService service) {
        return switch (service.key()) {
            case ServiceKey.Endpoint endpoint -> addresses.containsKey(endpoint.address());
            case ServiceKey.Mark mark -> true;
        };
    }

    /** Without knowledge of the addresses everything is checked. */
    private boolean watches() {
        if (!watching) {
            try {
                loop.links().watch(this);
                watching = true;
            } catch (SystemException e) {
                LOG.error("ha_suspend is without effect: {}", e.getMessage());
            }
        }
        return watching;
    }

    @Override
    public void addressAdded(InterfaceAddress address) {
        Set<Place> places =
                addresses.computeIfAbsent(address.prefix().address(), first -> new HashSet<>());
        places.add(Place.of(address));
        addressesChanged.run();
    }

    @Override
    public void addressRemoved(InterfaceAddress address) {
        addresses.computeIfPresent(
                address.prefix().address(),
                (same, places) -> {
                    places.remove(Place.of(address));
                    return places.isEmpty() ? null : places;
                });
        addressesChanged.run();
    }

    @Override
    public void linkChanged(Link link) {}

    @Override
    public void linkRemoved(Link link) {}
}
