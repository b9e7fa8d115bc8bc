package org.ninelives.notify.webhook.core;

import java.time.Duration;
import java.util.Optional;
import org.ninelives.api.system.Backoff;

/**
 * How often one event is tried, and how long to wait in between.
 *
 * @param retries after the first try, 0 or more
 */
public record Patience(int retries) {

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;

    /**
     * How long to wait before the next try; empty to give up.
     *
     * @param failed how many tries have failed, 1 or more
     */
    public Optional<Duration> next(int failed) {
        return failed > retries
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(Backoff.pauseNanos(failed)));
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
