package org.ninelives.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.VirtualLinkKind;

/** Which interfaces of a fake machine are virtual, and what they are on. */
final class FakeParents {

    private final Map<Integer, Virtual> virtuals = new HashMap<>();

    /** What makes an interface a virtual one. */
    private record Virtual(int parentIndex, VirtualLinkKind kind) {}

    void put(Link link, Link parent, VirtualLinkKind kind) {
        virtuals.put(link.index(), new Virtual(parent.index(), kind));
    }

    void forget(Link link) {
        virtuals.remove(link.index());
    }

    boolean isVirtual(Link link) {
        return virtuals.containsKey(link.index());
    }

    boolean isOn(Link link, Link parent, VirtualLinkKind kind) {
        return new Virtual(parent.index(), kind).equals(virtuals.get(link.index()));
    }

    /** The indexes of those on an interface. */
    List<Integer> on(Link parent) {
        return virtuals.entrySet().stream()
                .filter(entry -> entry.getValue().parentIndex() == parent.index())
                .map(Map.Entry::getKey)
                .toList();
    }
}
