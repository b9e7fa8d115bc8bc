package org.ninelives.launcher.log;

import java.time.LocalDateTime;

/**
 * Dates in the C locale, put together by hand: java.time's formatters load locale data, which takes
 * longer than all the rest of logging at start.
 */
final class Calendar {

    private static final String DAYS = "MonTueWedThuFriSatSun";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private Calendar() {}

    /** {@code Fri Nov 6 12:00:00 2026}. */
    static String asctime(LocalDateTime time) {
        int day = 3 * (time.getDayOfWeek().getValue() - 1);
        return DAYS.substring(day, day + 3) + " " + syslogTime(time) + " " + time.getYear();
    }

    /** {@code Nov 6 12:00:00}, RFC 3164 section 4.1.2. */
    static String syslogTime(LocalDateTime time) {
        int month = 3 * (time.getMonthValue() - 1);
        StringBuilder text = new StringBuilder(24).append(MONTHS, month, month + 3).append(' ');
        padded(text, time.getDayOfMonth(), ' ').append(' ');
        padded(text, time.getHour(), '0').append(':');
        padded(text, time.getMinute(), '0').append(':');
        return padded(text, time.getSecond(), '0').toString();
    }

    private static StringBuilder padded(StringBuilder text, int number, char pad) {
        if (number < 10) {
            text.append(pad);
        }
        return text.append(number);
    }
}
