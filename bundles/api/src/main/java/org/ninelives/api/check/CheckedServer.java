package org.ninelives.api.check;

import java.time.Duration;
import java.util.Optional;
import org.ninelives.api.net.IpAddress;

/**
 * The real server around a check, and what it and its virtual server say for all their checks.
 *
 * @param port 0..65535; 0 where there is none, as with services of a mark
 * @param alpha whether checks count as failed until they have passed
 * @param logAllFailures the default of {@code checker_log_all_failures}
 * @param virtualHost the Host header of the real server, or else of its virtual server
 */
public record CheckedServer(
        IpAddress address,
        int port,
        Optional<Duration> delayLoop,
        Optional<Long> retry,
        Optional<Duration> delayBeforeRetry,
        Optional<Duration> warmup,
        Optional<Duration> connectTimeout,
        boolean alpha,
        boolean logAllFailures,
        Optional<String> virtualHost) {

    /** A server of which nothing else is said. */
    public static CheckedServer of(IpAddress address, int port) {
        return new CheckedServer(
                address,
                port,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.empty());
    }
}
