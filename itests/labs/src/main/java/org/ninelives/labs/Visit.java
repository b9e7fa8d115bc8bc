package org.ninelives.labs;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One request of the {@link WebClient}.
 *
 * @param time its begin
 * @param answer the page, or nothing when the request was lost
 */
public record Visit(Instant time, String answer) {
    public boolean isLost() {
        return answer.isEmpty();
    }

    String toLine() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time) + " " + answer;
    }

    static Visit parse(String line) {
        int blank = line.indexOf(' ');
        Instant time =
                Instant.EPOCH.plus(
                        Duration.of(Long.parseLong(line.substring(0, blank)), ChronoUnit.MICROS));
        return new Visit(time, line.substring(blank + 1));
    }
}
