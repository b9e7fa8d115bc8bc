package org.ninelives.api.check;

import java.time.Duration;
import java.util.Optional;

/**
 * What holds for a kind of check where the configuration says nothing.
 *
 * @param retry further tries before a check has failed
 * @param delayBeforeRetry time between tries; that between checks when empty
 */
public record CheckDefaults(long retry, Optional<Duration> delayBeforeRetry) {

    /** One further try, after a second. */
    public static final CheckDefaults USUAL =
            new CheckDefaults(1, Optional.of(Duration.ofSeconds(1)));
}
