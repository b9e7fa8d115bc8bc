package org.ninelives.api.override;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What operators can set. */
public enum OverrideKind {
    /** The priority of a virtual router before its trackers count, 1..254. */
    PRIORITY("priority"),
    /** A virtual router listens and does not claim mastership; {@link LiveOverride#ON}. */
    STANDBY("standby"),
    /** A virtual router, virtual server or real server takes no part; {@link LiveOverride#ON}. */
    DISABLED("disabled"),
    /** What a tracked thing does to the priority. */
    TRACKER_WEIGHT("tracker-weight"),
    /** The weight of a real server, 0..2147483647. */
    WEIGHT("weight"),
    /** A real server is to lose its connections; the seconds that may take, 0 for its own limit. */
    DRAIN("drain");

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,10}");

    private final String word;

    OverrideKind(String word) {
        this.word = word;
    }

    /** As beans and the log call it. */
    public String word() {
        return word;
    }

    /** Whether a value is one of this kind, as far as that can be told without the object. */
    public boolean takes(String value) {
        return switch (this) {
            case PRIORITY -> isNumber(value, 1, 254);
            case STANDBY, DISABLED -> value.equals(LiveOverride.ON);
            case TRACKER_WEIGHT -> isNumber(value, -254, 254);
            case WEIGHT -> isNumber(value, 0, Integer.MAX_VALUE);
            case DRAIN -> isNumber(value, 0, Overrides.SECONDS_MAX);
        };
    }

    private static boolean isNumber(String value, long min, long max) {
        return NUMBER.matcher(value).matches()
                && Long.parseLong(value) >= min
                && Long.parseLong(value) <= max;
    }

    /** The kind that is called so; empty if none is. */
    public static Optional<OverrideKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
