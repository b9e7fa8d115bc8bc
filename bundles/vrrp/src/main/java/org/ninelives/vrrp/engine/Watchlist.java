package org.ninelives.vrrp.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.track.Finding;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.vrrp.core.Thing;
import org.ninelives.vrrp.core.Tracker;
import org.ninelives.vrrp.core.Tracking;

/** What one virtual router tracks, for itself and for its sync group. */
final class Watchlist {

    private final LinkStates linkStates;
    private final Findings findings;
    private List<Tracker> own = List.of();
    private List<Tracker> ofGroup = List.of();

    Watchlist(LinkStates linkStates, Findings findings) {
        this.linkStates = linkStates;
        this.findings = findings;
    }

    /** Tracks these for itself. */
    void track(List<Tracker> trackers) {
        own = List.copyOf(trackers);
    }

    /** Tracks these too, for its sync group; answers whether they are other ones. */
    boolean trackForGroup(List<Tracker> trackers) {
        boolean differ = !trackers.equals(ofGroup);
        ofGroup = List.copyOf(trackers);
        return differ;
    }

    /** Whether the interface of this name is tracked. */
    boolean has(InterfaceName name) {
        return has(own, name) || has(ofGroup, name);
    }

    private static boolean has(List<Tracker> trackers, InterfaceName name) {
        return trackers.stream()
                .anyMatch(
                        tracker ->
                                tracker.kind() == TrackerKind.INTERFACE
                                        && tracker.name().equals(name.name()));
    }

    /** All that others watch for it. */
    Set<Thing> things() {
        return Stream.concat(own.stream(), ofGroup.stream())
                .filter(tracker -> tracker.kind() != TrackerKind.INTERFACE)
                .map(Tracker::thing)
                .collect(Collectors.toSet());
    }

    /** All that is tracked, as it is known now. */
    List<Tracking.Watched> watched() {
        List<Tracking.Watched> watched = new ArrayList<>();
        own.forEach(tracker -> watched.add(look(tracker)));
        ofGroup.forEach(tracker -> watched.add(look(tracker)));
        return watched;
    }

    private Tracking.Watched look(Tracker tracker) {
        if (tracker.kind() != TrackerKind.INTERFACE) {
            return new Tracking.Watched(tracker, findings.of(tracker.thing()));
        }
        boolean up = linkStates.isUp(new InterfaceName(tracker.name()));
        return new Tracking.Watched(tracker, up ? Finding.GOOD : Finding.BAD);
    }
}
