package org.ninelives.vrrp.engine;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.track.Finding;
import org.ninelives.vrrp.core.Tracker;
import org.ninelives.vrrp.core.Tracking;

/** The interfaces that one virtual router tracks, for itself and for its sync group. */
final class Watchlist {

    private final LinkStates linkStates;
    private List<Tracker> own = List.of();
    private List<Tracker> ofGroup = List.of();

    Watchlist(LinkStates linkStates) {
        this.linkStates = linkStates;
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
        return trackers.stream().anyMatch(tracker -> tracker.name().equals(name.name()));
    }

    /** What all that is tracked makes of a priority, and the faults in it. */
    Tracking tracking(int priority) {
        List<Tracking.Watched> watched = new ArrayList<>();
        own.forEach(tracker -> watched.add(look(tracker)));
        ofGroup.forEach(tracker -> watched.add(look(tracker)));
        return Tracking.of(priority, watched);
    }

    private Tracking.Watched look(Tracker tracker) {
        boolean up = linkStates.isUp(new InterfaceName(tracker.name()));
        return new Tracking.Watched(tracker, up ? Finding.GOOD : Finding.BAD);
    }
}
