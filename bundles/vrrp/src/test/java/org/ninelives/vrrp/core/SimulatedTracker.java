package org.ninelives.vrrp.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ninelives.api.track.Finding;
import org.ninelives.api.track.TrackerKind;

/** Something that is watched, which changes all the time; members of a sync group may share it. */
final class SimulatedTracker {

    private static final int[] WEIGHTS = {-253, -60, -1, 0, 0, 1, 50, 253};
    private static final TrackerKind[] KINDS = {
        TrackerKind.INTERFACE, TrackerKind.SCRIPT, TrackerKind.FILE, TrackerKind.BFD
    };

    private final Tracker tracker;
    private Finding finding = Finding.UNKNOWN;

    SimulatedTracker(Tracker tracker) {
        this.tracker = tracker;
    }

    /** Up to two of any kind but processes, which keep their weight in sync groups. */
    static List<Tracker> any(Random random) {
        List<Tracker> trackers = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            trackers.add(
                    new Tracker(
                            KINDS[random.nextInt(KINDS.length)],
                            "t" + i,
                            WEIGHTS[random.nextInt(WEIGHTS.length)],
                            random.nextInt(3) == 0));
        }
        return trackers;
    }

    /** A new process has no result yet; a file can be read at once. */
    void forget() {
        finding = isFile() ? new Finding.Value(0) : Finding.UNKNOWN;
    }

    void change(Random random) {
        if (isFile()) {
            finding = new Finding.Value(random.nextInt(-5, 6));
        } else {
            finding = random.nextInt(3) == 0 ? Finding.BAD : Finding.GOOD;
        }
    }

    /** It has a result now, and that is no fault. */
    void calm(Random random) {
        do {
            change(random);
        } while (isFault());
    }

    Tracking.Watched watched() {
        return new Tracking.Watched(tracker, finding);
    }

    /** What it adds to the priority, told in other words than those of {@link Tracking}. */
    int expectedWeight() {
        if (isFile()) {
            return isFault() ? 0 : (int) Math.min(product(), 253);
        }
        if (finding.equals(good())) {
            return Math.max(tracker.weight(), 0);
        }
        return finding.equals(Finding.UNKNOWN) ? 0 : Math.min(tracker.weight(), 0);
    }

    /** Whether it is a fault, told in other words. */
    boolean isFault() {
        if (!isFile()) {
            return tracker.weight() == 0 && !finding.equals(good());
        }
        return tracker.weight() == 0 ? tracker.reverse() == (value() == 0) : product() <= -254;
    }

    private Finding good() {
        return tracker.reverse() ? Finding.BAD : Finding.GOOD;
    }

    private boolean isFile() {
        return tracker.kind() == TrackerKind.FILE;
    }

    private long value() {
        return ((Finding.Value) finding).value();
    }

    private long product() {
        return (tracker.reverse() ? -value() : value()) * tracker.weight();
    }
}
