package org.ninelives.notify.webhook.core;

import java.time.Duration;
import java.util.Optional;

/**
 * How often one event is tried, and how long to wait in between: one second first and twice as long
 * each time, so that a server that was restarted is told soon and one that is down is left alone.
 *
 * @param retries after the first try, 0 or more
 */
public record Patience(int retries) {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;

    /**
     * How long to wait before the next try; empty to give up.
     *
     * @param failed how many tries have failed, 1 or more
     */
    public Optional<Duration> next(int failed) {
        if (failed > retries) {
            return Optional.empty();
        }
        // More than 2^6 seconds is too long in any case.
        Duration wait = FIRST.multipliedBy(1L << Math.min(failed - 1, 6));
        return Optional.of(wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
    }

    /** Whether an HTTP status says that the event has arrived. */
    public static boolean isDelivered(int status) {
        return status / 100 == 2;
    }

    /** Whether an HTTP status leaves hope for another try; most of 3xx and 4xx will not change. */
    public static boolean isWorthRetrying(int status) {
        return status >= 500 || status == REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS;
    }
}
