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
        int max = weightMax(kind);
        if (Math.abs(weight) > max) {
            throw new IllegalArgumentException(
                    "weight: %d is not in %d..%d".formatted(weight, -max, max));
        }
    }

    /** The largest weight of this kind; the least is as far below 0. */
    public static int weightMax(TrackerKind kind) {
        return kind == TrackerKind.FILE ? WEIGHT_MAX_OF_FILES : WEIGHT_MAX;
    }

    /** Whether this weight is in its range. */
    public boolean takesWeight(int other) {
        return Math.abs(other) <= weightMax(kind);
    }

    public Thing thing() {
        return new Thing(kind, name);
    }

    /** {@code script chk}. */
    public String words() {
        return kind.word() + " " + name;
    }

    /**
     * The same with another weight.
     *
     * @throws IllegalArgumentException if it is out of the range of this kind
     */
    public Tracker withWeight(int other) {
        return new Tracker(kind, name, other, reverse);
    }

    /** The same thing watched for faults only. */
    Tracker withoutWeight() {
        return new Tracker(kind, name, 0, false);
    }
}
