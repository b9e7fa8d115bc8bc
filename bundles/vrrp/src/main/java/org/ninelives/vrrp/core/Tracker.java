package org.ninelives.vrrp.core;

import java.util.Objects;

/**
 * Something an instance watches, and what that means to it. keepalived writes {@code NAME weight W
 * [reverse]}.
 *
 * @param weight added to the priority: positive while the thing is good, negative while it is bad;
 *     0 makes a bad thing a fault. -253..253; of a file -254..254, and its value is multiplied by
 *     it
 * @param reverse good counts as bad and bad as good; of a file the product changes its sign
 */
public record Tracker(Kind kind, String name, int weight, boolean reverse) {

    private static final int WEIGHT_MAX = 253;
    private static final int WEIGHT_MAX_OF_FILES = 254;

    /** What can be watched. */
    public enum Kind {
        /** Good while the interface is up and running. */
        INTERFACE("interface"),
        /** Good while the script ends with status 0. */
        SCRIPT("script"),
        /** Tells a number. */
        FILE("file"),
        /** Good while the number of processes is within its quorum. */
        PROCESS("process"),
        /** Good while the session is up. */
        BFD("bfd");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As the configuration and the log call it. */
        public String word() {
            return word;
        }
    }

    public Tracker {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(name);
        int max = kind == Kind.FILE ? WEIGHT_MAX_OF_FILES : WEIGHT_MAX;
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
