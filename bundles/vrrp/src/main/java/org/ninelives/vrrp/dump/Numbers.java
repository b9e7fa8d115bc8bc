package org.ninelives.vrrp.dump;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers as dumps write them. */
final class Numbers {

    private static final DateTimeFormatter CALENDAR =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss.SSS'000' yyyy", Locale.ROOT);

    private Numbers() {}

    /** Nanoseconds as whole seconds. */
    static long wholeSeconds(long nanos) {
        return nanos / 1_000_000_000L;
    }

    /** Milliseconds as seconds with six digits behind the point. */
    static BigDecimal sixDigits(long millis) {
        return BigDecimal.valueOf(millis, 3).setScale(6);
    }

    /** {@code 1795278766.674000 (Sat Nov 21 16:32:46.674000 2026)}. */
    static String moment(long millis, ZoneId zone) {
        return sixDigits(millis).toPlainString()
                + " ("
                + CALENDAR.format(Instant.ofEpochMilli(millis).atZone(zone))
                + ")";
    }

    /** The name of a scope of an address or a route. */
    static String scope(int number) {
        return switch (number) {
            case 0 -> "global";
            case 200 -> "site";
            case 253 -> "link";
            case 254 -> "host";
            case 255 -> "nowhere";
            default -> Integer.toString(number);
        };
    }
}
