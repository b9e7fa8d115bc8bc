package org.ninelives.vrrp.core;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.api.track.Finding;
import org.ninelives.api.track.TrackerKind;

/**
 * What all that an instance watches makes of it: computed from scratch each time, so that no
 * history of ups and downs, weights and reloads can leave anything behind.
 *
 * @param priority the effective priority, clamp(base + sum of weights, 1, 254); the owner keeps 255
 * @param faults what is bad and has no weight, and what is awaited, in the order it is watched
 */
public record Tracking(int priority, List<Fault> faults) {

    private static final int PRIORITY_MIN = 1;
    private static final int PRIORITY_MAX = RouterSettings.OWNER_PRIORITY - 1;

    /** keepalived: what a file takes away from the priority at most; this much is a fault. */
    private static final long PRODUCT_OF_FAULT = -254;

    private static final long PRODUCT_MAX = 253;

    /** One thing that is watched and what is known of it. */
    public record Watched(Tracker tracker, Finding finding) {

        /** What it is and what that does, for the operator. */
        public String words() {
            return "tracks " + tracker.words() + ": " + known() + ", " + effect();
        }

        /** What it does, for the operator: {@code takes off 20}. */
        public String effect() {
            List<Fault> faults = new ArrayList<>();
            long weight = count(this, faults);
            if (!faults.isEmpty()) {
                return faults.getFirst().isReal() ? "a fault" : "waited for";
            }
            if (weight == 0) {
                return "changes nothing";
            }
            return weight > 0 ? "adds " + weight : "takes off " + -weight;
        }

        private String known() {
            boolean link = tracker.kind() == TrackerKind.INTERFACE;
            return switch (finding) {
                case Finding.Value told -> Long.toString(told.value());
                case Finding.Known.UNKNOWN -> "no result yet";
                case Finding.Known.ABSENT -> "watched by nobody";
                case Finding.Known.GOOD -> link ? "up" : "good";
                case Finding.Known.BAD -> link ? "down" : "bad";
            };
        }
    }

    public Tracking {
        faults = List.copyOf(faults);
    }

    /**
     * Adds up what is known.
     *
     * @param basePriority as configured or overridden, 1..255; 255 is the owner's, whose priority
     *     no weight changes
     */
    public static Tracking of(int basePriority, List<Watched> watched) {
        long sum = 0;
        List<Fault> faults = new ArrayList<>();
        for (Watched each : watched) {
            sum += count(each, faults);
        }
        return new Tracking(priority(basePriority, sum), faults);
    }

    /** What one thing adds to the priority; or it is a fault. */
    private static long count(Watched watched, List<Fault> faults) {
        Tracker tracker = watched.tracker();
        return switch (watched.finding()) {
            case Finding.Value told -> {
                if (isFault(tracker, told.value())) {
                    faults.add(new Fault(Fault.Kind.TRACKER, tracker.words()));
                    yield 0;
                }
                yield Math.min(PRODUCT_MAX, product(tracker, told.value()));
            }
            case Finding.Known.UNKNOWN -> {
                if (tracker.weight() == 0 && isAwaited(tracker)) {
                    faults.add(new Fault(Fault.Kind.AWAITED, tracker.words()));
                }
                yield 0;
            }
            case Finding.Known.ABSENT -> 0;
            case Finding.Known.GOOD -> judge(tracker, !tracker.reverse(), faults);
            case Finding.Known.BAD -> judge(tracker, tracker.reverse(), faults);
        };
    }

    /** A virtual server serves until its checks say otherwise, and may never be looked at. */
    private static boolean isAwaited(Tracker tracker) {
        return tracker.kind() != TrackerKind.VIRTUAL_SERVER;
    }

    /** What a thing that counts as good or bad adds to the priority; or it is a fault. */
    private static int judge(Tracker tracker, boolean good, List<Fault> faults) {
        if (tracker.weight() == 0 && !good) {
            faults.add(fault(tracker));
        }
        return tracker.weight() > 0 == good ? tracker.weight() : 0;
    }

    private static Fault fault(Tracker tracker) {
        if (tracker.kind() != TrackerKind.INTERFACE) {
            return new Fault(Fault.Kind.TRACKER, tracker.words());
        }
        String state = tracker.reverse() ? " up" : " down";
        return new Fault(Fault.Kind.INTERFACE_DOWN, tracker.words() + state);
    }

    private static boolean isFault(Tracker file, long value) {
        if (file.weight() == 0) {
            return file.reverse() ? value == 0 : value != 0;
        }
        return product(file, value) <= PRODUCT_OF_FAULT;
    }

    /** Value times weight. */
    private static long product(Tracker file, long value) {
        // No product of a larger value could differ in what it leads to.
        long bounded = Math.clamp(value, -1000L, 1000L);
        return bounded * file.weight() * (file.reverse() ? -1 : 1);
    }

    private static int priority(int basePriority, long sum) {
        return basePriority == RouterSettings.OWNER_PRIORITY
                ? basePriority
                : Math.clamp(basePriority + sum, PRIORITY_MIN, PRIORITY_MAX);
    }
}
