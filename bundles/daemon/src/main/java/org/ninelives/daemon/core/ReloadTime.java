package org.ninelives.daemon.core;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in the file of {@code reload_time_file}, keepalived.conf(5).
 *
 * @param date the only day of it; every day without one
 * @param time of the day
 * @param utc whether both are UTC rather than the time of the machine's zone
 */
public record ReloadTime(Optional<LocalDate> date, LocalTime time, boolean utc) {

    private static final Pattern LINE =
            Pattern.compile(
                    "((?<year>\\d{4}|\\d{2})-(?<month>\\d{2})-(?<day>\\d{2}) )?"
                            + "(?<hour>\\d{2}):(?<minute>\\d{2}):(?<second>\\d{2})(?<utc>Z?)");

    /** Two digits are a year of this century. */
    private static final int CENTURY = 2000;

    private static final int LAST_SHORT_YEAR = 99;

    /**
     * Reads it.
     *
     * @param line without its end
     * @throws IllegalArgumentException if it is no time; the message tells what is allowed
     */
    public static ReloadTime parse(String line) {
        Matcher words = LINE.matcher(line);
        if (!words.matches()) {
            throw new IllegalArgumentException(
                    "'"
                            + line
                            + "' is none of HH:MM:SS, YY-MM-DD HH:MM:SS, YYYY-MM-DD HH:MM:SS,"
                            + " each with or without a Z for UTC at its end");
        }
        try {
            return new ReloadTime(
                    date(words),
                    LocalTime.of(
                            number(words, "hour"),
                            number(words, "minute"),
                            number(words, "second")),
                    !words.group("utc").isEmpty());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + line + "': " + e.getMessage(), e);
        }
    }

    private static Optional<LocalDate> date(Matcher words) {
        if (words.group("year") == null) {
            return Optional.empty();
        }
        int year = number(words, "year");
        return Optional.of(
                LocalDate.of(
                        year <= LAST_SHORT_YEAR ? CENTURY + year : year,
                        number(words, "month"),
                        number(words, "day")));
    }

    private static int number(Matcher words, String group) {
        return Integer.parseInt(words.group(group));
    }

    /**
     * The first moment of it after another one; empty if the day is over. A time that a clock
     * change leaves out is so much later that day, and one that comes twice is the first of both.
     *
     * @param zone of the machine
     */
    public Optional<Instant> next(Instant after, ZoneId zone) {
        ZoneId of = utc ? ZoneOffset.UTC : zone;
        LocalDate first = date.orElseGet(() -> after.atZone(of).toLocalDate());
        Instant moment = moment(first, of);
        if (moment.isAfter(after)) {
            return Optional.of(moment);
        }
        return date.isPresent() ? Optional.empty() : Optional.of(moment(first.plusDays(1), of));
    }

    private Instant moment(LocalDate day, ZoneId of) {
        return day.atTime(time).atZone(of).withEarlierOffsetAtOverlap().toInstant();
    }
}
