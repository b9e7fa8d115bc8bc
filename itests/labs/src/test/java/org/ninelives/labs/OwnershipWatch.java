package org.ninelives.labs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who of a and b has which address from a moment on, as their kernels tell it. */
final class OwnershipWatch {

    private record Change(Instant time, String node, boolean added) {}

    private final Map<String, KernelEvents> events = new HashMap<>();
    private final Map<String, Set<String>> ownedAtFirst = new HashMap<>();

    /** From now on. */
    OwnershipWatch(Lab lab, Collection<String> addresses) {
        for (String name : List.of("a", "b")) {
            events.put(name, new KernelEvents(lab, lab.node(name), "address"));
            ownedAtFirst.put(name, lab.node(name).ownedOf(addresses));
        }
    }

    /** For how long at most both had an address. */
    Duration longestBoth(String address) {
        Set<String> owners = new HashSet<>();
        ownedAtFirst.forEach(
                (node, owned) -> {
                    if (owned.contains(address)) {
                        owners.add(node);
                    }
                });
        Duration longest = Duration.ZERO;
        Instant both = Instant.MAX;
        for (Change change : changes(address)) {
            boolean together = owners.size() == 2;
            if (change.added()) {
                owners.add(change.node());
            } else {
                owners.remove(change.node());
            }
            if (!together && owners.size() == 2) {
                both = change.time();
            } else if (together && owners.size() < 2) {
                Duration time = Duration.between(both, change.time());
                longest = time.compareTo(longest) > 0 ? time : longest;
            }
        }
        return longest;
    }

    private List<Change> changes(String address) {
        List<Change> changes = new ArrayList<>();
        events.forEach(
                (node, heard) ->
                        heard.lines().stream()
                                .filter(line -> line.contains(" " + address + "/"))
                                .map(
                                        line ->
                                                new Change(
                                                        KernelEvents.time(line),
                                                        node,
                                                        !line.contains("Deleted ")))
                                .forEach(changes::add));
        changes.sort(Comparator.comparing(Change::time));
        return changes;
    }
}
