package org.ninelives.linux.rtnetlink;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.LinkListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of interfaces and addresses, and the telling of what is new. */
final class LinkTable {

    private static final Logger LOG = LoggerFactory.getLogger(LinkTable.class);

    private final Map<Integer, Link> links = new TreeMap<>();
    private final Map<Integer, List<InterfaceAddress>> addresses = new TreeMap<>();
    private final List<LinkListener> listeners = new ArrayList<>();

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
        return List.copyOf(addresses.getOrDefault(linkIndex, List.of()));
    }

    void linkChanged(Link link) {
        if (!link.equals(links.put(link.index(), link))) {
            tell(listener -> listener.linkChanged(link));
        }
    }

    void linkRemoved(int index) {
        List<InterfaceAddress> gone = addresses.remove(index);
        if (gone != null) {
            gone.forEach(address -> tell(listener -> listener.addressRemoved(address)));
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
        List<InterfaceAddress> known =
                addresses.computeIfAbsent(address.linkIndex(), index -> new ArrayList<>());
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).sameAs(address)) {
                if (!known.set(i, address).equals(address)) {
                    tell(listener -> listener.addressAdded(address));
                }
                return;
            }
        }
        known.add(address);
        tell(listener -> listener.addressAdded(address));
    }

    /** An address is gone, as those who listen know already. */
    boolean forget(InterfaceAddress address) {
        List<InterfaceAddress> known = addresses.get(address.linkIndex());
        return known != null && known.removeIf(address::sameAs);
    }

    void addressRemoved(InterfaceAddress address) {
        if (forget(address)) {
            tell(listener -> listener.addressRemoved(address));
        }
    }

    /** Tells the differences to what the kernel lists now: first what is gone, then what is new. */
    void replace(Collection<Link> linksNow, Collection<InterfaceAddress> addressesNow) {
        Map<Integer, List<InterfaceAddress>> now = new TreeMap<>();
        linksNow.forEach(link -> now.put(link.index(), new ArrayList<>()));
        for (InterfaceAddress address : addressesNow) {
            now.computeIfPresent(
                    address.linkIndex(),
                    (index, list) -> {
                        list.add(address);
                        return list;
                    });
        }
        for (int index : List.copyOf(links.keySet())) {
            if (!now.containsKey(index)) {
                linkRemoved(index);
                continue;
            }
            for (InterfaceAddress known : addresses(index)) {
                if (now.get(index).stream().noneMatch(known::sameAs)) {
                    addressRemoved(known);
                }
            }
        }
        linksNow.forEach(this::linkChanged);
        now.values().forEach(list -> list.forEach(this::addressAdded));
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
