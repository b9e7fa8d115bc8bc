package org.ninelives.linux.rtnetlink;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.LinkListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of interfaces and addresses, and the telling of what is new. */
final class LinkTable {

    private static final Logger LOG = LoggerFactory.getLogger(LinkTable.class);

    private final Map<Integer, Link> links = new TreeMap<>();
    private final Map<Integer, Map<Key, InterfaceAddress>> addresses = new HashMap<>();
    private final List<LinkListener> listeners = new ArrayList<>();

    /** What {@link InterfaceAddress#sameAs} compares on one interface. */
    private record Key(IpPrefix prefix, Optional<IpAddress> peer) {

        static Key of(InterfaceAddress address) {
            return new Key(address.prefix(), address.peer());
        }
    }

    /** Adds a listener and tells it all there is. */
    void add(LinkListener listener) {
        listeners.add(listener);
        for (Link link : List.copyOf(links.values())) {
            listener.linkChanged(link);
            addresses(link.index()).forEach(listener::addressAdded);
        }
    }

    Optional<Link> find(InterfaceName name) {
        return links.values().stream().filter(link -> link.name().equals(name)).findFirst();
    }

    Optional<Link> find(int index) {
        return Optional.ofNullable(links.get(index));
    }

    List<InterfaceAddress> addresses(int linkIndex) {
        return List.copyOf(addresses.getOrDefault(linkIndex, Map.of()).values());
    }

    void linkChanged(Link link) {
        if (!link.equals(links.put(link.index(), link))) {
            tell(listener -> listener.linkChanged(link));
        }
    }

    void linkRemoved(int index) {
        Map<Key, InterfaceAddress> gone = addresses.remove(index);
        if (gone != null) {
            gone.values().forEach(address -> tell(listener -> listener.addressRemoved(address)));
        }
        Link link = links.remove(index);
        if (link != null) {
            tell(listener -> listener.linkRemoved(link));
        }
    }

    /** An address is there; told again when its attributes differ. */
    void addressAdded(InterfaceAddress address) {
        if (!links.containsKey(address.linkIndex())) {
            return; // A late event of an interface that is gone.
        }
        InterfaceAddress before =
                addresses
                        .computeIfAbsent(address.linkIndex(), index -> new LinkedHashMap<>())
                        .put(Key.of(address), address);
        if (before == null || !isUnchanged(before, address)) {
            tell(listener -> listener.addressAdded(address));
        }
    }

    /** A lifetime that goes on is no news; that it is over comes with a flag. */
    private static boolean isUnchanged(InterfaceAddress before, InterfaceAddress now) {
        boolean bothEnd =
                before.preferredSeconds() != InterfaceAddress.FOREVER
                        && now.preferredSeconds() != InterfaceAddress.FOREVER;
        return now.equals(bothEnd ? before.withPreferredSeconds(now.preferredSeconds()) : before);
    }

    /** An address is gone, as those who listen know already. */
    boolean forget(InterfaceAddress address) {
        Map<Key, InterfaceAddress> known = addresses.get(address.linkIndex());
        return known != null && known.remove(Key.of(address)) != null;
    }

    void addressRemoved(InterfaceAddress address) {
        if (forget(address)) {
            tell(listener -> listener.addressRemoved(address));
        }
    }

    /** Tells the differences to what the kernel lists now: first what is gone, then what is new. */
    void replace(Collection<Link> linksNow, Collection<InterfaceAddress> addressesNow) {
        Map<Integer, Map<Key, InterfaceAddress>> now = new LinkedHashMap<>();
        linksNow.forEach(link -> now.put(link.index(), new LinkedHashMap<>()));
        for (InterfaceAddress address : addressesNow) {
            Map<Key, InterfaceAddress> list = now.get(address.linkIndex());
            if (list != null) {
                list.put(Key.of(address), address);
            }
        }
        for (int index : List.copyOf(links.keySet())) {
            if (!now.containsKey(index)) {
                linkRemoved(index);
                continue;
            }
            for (InterfaceAddress known : addresses(index)) {
                if (!now.get(index).containsKey(Key.of(known))) {
                    addressRemoved(known);
                }
            }
        }
        linksNow.forEach(this::linkChanged);
        now.values().forEach(list -> list.values().forEach(this::addressAdded));
        addresses.putAll(now); // The kernel's order.
    }

    private void tell(Consumer<LinkListener> news) {
        for (LinkListener listener : List.copyOf(listeners)) {
            try {
                news.accept(listener);
            } catch (RuntimeException e) {
                LOG.error("a listener failed on news of an interface", e);
            }
        }
    }
}
