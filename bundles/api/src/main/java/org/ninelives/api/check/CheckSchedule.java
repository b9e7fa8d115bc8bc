package org.ninelives.api.check;

import java.time.Duration;

/**
 * When a check is run, and what makes it fail or pass.
 *
 * @param delayLoop time between checks
 * @param delayWhenFailed the same while it has failed
 * @param retry further tries before a check that passed has failed, 0..2^32-1
 * @param delayBeforeRetry time between such tries
 * @param warmup longest random delay before the first one
 * @param connectTimeout time for one connection to be made
 * @param checkTimeout time for all that follows when the connection is made
 * @param rise how many in a row have to pass before a failed check passes; at least 1
 */
public record CheckSchedule(
        Duration delayLoop,
        Duration delayWhenFailed,
        long retry,
        Duration delayBeforeRetry,
        Duration warmup,
        Duration connectTimeout,
        Duration checkTimeout,
        int rise) {}
