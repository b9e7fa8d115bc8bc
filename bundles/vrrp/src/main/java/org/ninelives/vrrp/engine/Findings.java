package org.ninelives.vrrp.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ninelives.api.track.Finding;
import org.ninelives.vrrp.core.Thing;

/**
 * What is known of the things that others watch, and which virtual routers track each of them. Loop
 * thread only.
 */
final class Findings {

    private Map<Thing, Finding> known = new HashMap<>();
    private Map<Thing, List<RunningInstance>> followers = Map.of();

    /**
     * Knows these things from now on, and no others.
     *
     * @param told what those who watch have told of them; of the others the last finding holds
     */
    void know(Set<Thing> things, Map<Thing, Finding> told) {
        Map<Thing, Finding> next = new HashMap<>();
        for (Thing thing : things) {
            next.put(thing, told.getOrDefault(thing, of(thing)));
        }
        known = next;
    }

    /** Wakes these virtual routers from now on. */
    void serve(Collection<RunningInstance> instances) {
        Map<Thing, List<RunningInstance>> next = new HashMap<>();
        for (RunningInstance instance : instances) {
            for (Thing thing : instance.tracked()) {
                next.computeIfAbsent(thing, any -> new ArrayList<>()).add(instance);
            }
        }
        followers = next;
    }

    /** The last finding; what nobody watches is absent. */
    Finding of(Thing thing) {
        return known.getOrDefault(thing, Finding.ABSENT);
    }

    /** Something was found out; whoever tracks it looks again if it is something else. */
    void found(Thing thing, Finding finding) {
        Finding before = known.replace(thing, finding);
        if (before != null && !before.equals(finding)) {
            followers.getOrDefault(thing, List.of()).forEach(RunningInstance::trackersChanged);
        }
    }
}
