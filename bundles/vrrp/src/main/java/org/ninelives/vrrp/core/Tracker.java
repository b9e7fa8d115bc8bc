package org.ninelives.vrrp.core;

import java.util.Objects;
import org.ninelives.api.track.TrackerKind;

/**
 * Something an instance watches, and what that means to it. keepalived writes {@code NAME weight W
 * [reverse]}.
 *
 * @param weight added to the priority: positive while the thing is good, negative while it is bad;
 *     0 makes a bad thing a fault. -253..253; of a file -254..254, and its value is multiplied by
 *     it
 * @param reverse good counts as bad and bad as good; of a file the product changes its sign
 */
public record Tracker(TrackerKind kind, String name, int weight, boolean reverse) {

    private static final int WEIGHT_MAX = 253;
    private static final int WEIGHT_MAX_OF_FILES = 254;

    public Tracker {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(name);
        int max = kind == TrackerKind.FILE ? WEIGHT_MAX_OF_FILES : WEIGHT_MAX;
        if (Math.abs(weight) > max) {
            throw new IllegalArgumentException(
                    "weight: %d is not in %d..%d".formatted(weight, -max, max));
        }
    }

    /** {@code script chk}. */
    public String words() {
        return kind.word() + " " + name;
    }

    /** The same thing watched for faults only. */
    Tracker withoutWeight() {
        return new Tracker(kind, name, 0, false);
    }
}
