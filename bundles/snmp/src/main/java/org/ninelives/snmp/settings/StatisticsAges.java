package org.ninelives.snmp.settings;

import java.time.Duration;

/**
 * How old what the kernel counts may become before it is read again: 1 ms to 30 s. Whatever is
 * served is held for a second, so that less than that is a second.
 */
public record StatisticsAges(Duration virtualServers, Duration realServers) {

    /** What holds where nothing is said. */
    public static final StatisticsAges DEFAULT =
            new StatisticsAges(Duration.ofSeconds(5), Duration.ofSeconds(5));
}
