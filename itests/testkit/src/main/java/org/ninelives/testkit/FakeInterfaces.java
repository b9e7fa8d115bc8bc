package org.ninelives.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.LinkListener;

/** Interfaces and addresses, and whom to tell of changes: the truth, or one's knowledge of it. */
final class FakeInterfaces implements LinkListener {

    private final Map<Integer, Link> links = new TreeMap<>();
    private final Map<Integer, List<InterfaceAddress>> addresses = new TreeMap<>();
    private final List<LinkListener> listeners = new ArrayList<>();

    /** Adds a listener and tells it all there is. */
    void tellAll(LinkListener listener) {
        listeners.add(listener);
        for (Link link : links()) {
            listener.linkChanged(link);
            addresses(link.index()).forEach(listener::addressAdded);
        }
    }

    void forget(LinkListener listener) {
        listeners.remove(listener);
    }

    List<Link> links() {
        return List.copyOf(links.values());
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

    /** An address on a usable interface that has the destination in its prefix. */
    Optional<InterfaceAddress> towards(IpAddress destination) {
        return links().stream()
                .filter(Link::usable)
                .flatMap(link -> addresses(link.index()).stream())
                .filter(own -> own.usable() && isWithin(own.prefix(), destination))
                .findFirst();
    }

    private static boolean isWithin(IpPrefix prefix, IpAddress destination) {
        return prefix.address().family() == destination.family()
                && new IpPrefix(destination, prefix.length()).network().equals(prefix.network());
    }

    boolean has(InterfaceAddress address) {
        return addresses(address.linkIndex()).stream().anyMatch(address::sameAs);
    }

    @Override
    public void linkChanged(Link link) {
        if (!link.equals(links.put(link.index(), link))) {
            listeners.forEach(listener -> listener.linkChanged(link));
        }
    }

    @Override
    public void linkRemoved(Link link) {
        addresses(link.index()).forEach(this::addressRemoved);
        links.remove(link.index());
        listeners.forEach(listener -> listener.linkRemoved(link));
    }

    @Override
    public void addressAdded(InterfaceAddress address) {
        List<InterfaceAddress> list =
                addresses.computeIfAbsent(address.linkIndex(), index -> new ArrayList<>());
        int known = 0;
        while (known < list.size() && !list.get(known).sameAs(address)) {
            known++;
        }
        if (known == list.size()) {
            list.add(address);
        } else if (list.set(known, address).equals(address)) {
            return;
        }
        listeners.forEach(listener -> listener.addressAdded(address));
    }

    /** An address is gone, as those who listen know already. */
    boolean forget(InterfaceAddress address) {
        List<InterfaceAddress> known = addresses.getOrDefault(address.linkIndex(), List.of());
        return !known.isEmpty() && known.removeIf(address::sameAs);
    }

    @Override
    public void addressRemoved(InterfaceAddress address) {
        if (forget(address)) {
            listeners.forEach(listener -> listener.addressRemoved(address));
        }
    }
}
