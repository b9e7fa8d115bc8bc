package org.ninelives.ctl.output;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write and read them. */
public final class Durations {

    private static final Pattern WRITTEN =
            Pattern.compile("(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s?)?");
    private static final long SHOWN_AS_SECONDS = 120;
    private static final long SHOWN_AS_MINUTES = Duration.ofHours(2).toSeconds();
    private static final long SHOWN_AS_HOURS = Duration.ofDays(2).toSeconds();

    private Durations() {}

    /**
     * Reads {@code 90}, {@code 90s}, {@code 10m}, {@code 1h30m} or {@code 2d}.
     *
     * @throws IllegalArgumentException if it is none of these, or nothing
     */
    public static Duration parse(String text) {
        Matcher parts = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
        try {
            if (parts.matches()) {
                Duration duration =
                        Duration.ofDays(number(parts, 1))
                                .plusHours(number(parts, 2))
                                .plusMinutes(number(parts, 3))
                                .plusSeconds(number(parts, 4));
                if (duration.isPositive()) {
                    return duration;
                }
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // Too long for anybody; the message below serves all.
        }
        throw new IllegalArgumentException(
                "'" + text + "' is no duration; write 90s, 10m, 1h30m or 2d");
    }

    private static long number(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Long.parseLong(parts.group(group));
    }

    /** In the unit that has two digits or so: {@code 47 s}, {@code 12 min}, {@code 5 h}. */
    public static String shown(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < SHOWN_AS_SECONDS) {
            return seconds + " s";
        }
        if (seconds < SHOWN_AS_MINUTES) {
            return duration.toMinutes() + " min";
        }
        return seconds < SHOWN_AS_HOURS ? duration.toHours() + " h" : duration.toDays() + " d";
    }

    /**
     * How long ago something was.
     *
     * @param millis since 1970 UTC; 0 for never
     */
    public static String since(long millis, long nowMillis) {
        return millis == 0 ? "-" : shown(Duration.ofMillis(Math.max(0, nowMillis - millis)));
    }
}
