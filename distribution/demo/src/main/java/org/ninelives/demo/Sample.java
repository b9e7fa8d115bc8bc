package org.ninelives.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The few numbers of a sample that the story must know: one {@code vrrp_instance} of version 2.
 *
 * @param file the sample
 * @param priority its priority, 1..254
 * @param advertInterval time between adverts
 * @param virtualAddress the first virtual address, without prefix length
 */
record Sample(Path file, int priority, Duration advertInterval, String virtualAddress) {

    private static final int DOWN_TIMER_ADVERTS = 3; // RFC 3768 section 6.1
    private static final double SKEW_STEPS = 256.0;

    static Sample read(Path file) throws IOException {
        String text = Files.readString(file);
        double seconds = Double.parseDouble(find(file, text, "^\\s*advert_int\\s+([\\d.]+)"));
        return new Sample(
                file,
                Integer.parseInt(find(file, text, "^\\s*priority\\s+(\\d+)")),
                Duration.ofMillis(Math.round(seconds * 1000)),
                find(file, text, "^\\s*virtual_ipaddress\\s*\\{[^}\\d]*([\\d.]+)"));
    }

    /** How long a backup with this priority waits after priority 0: RFC 3768 section 6.1. */
    Duration skew() {
        return Duration.ofMillis(Math.round((SKEW_STEPS - priority) / SKEW_STEPS * 1000));
    }

    /** How long a backup with this priority bears silence: RFC 3768 section 6.1. */
    Duration masterDown() {
        return advertInterval.multipliedBy(DOWN_TIMER_ADVERTS).plus(skew());
    }

    private static String find(Path file, String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException(file + ": nothing there matches " + pattern);
        }
        return matcher.group(1);
    }
}
