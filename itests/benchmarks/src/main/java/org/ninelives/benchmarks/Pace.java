package org.ninelives.benchmarks;

import java.time.Duration;

/**
 * How fast a pair of nodes advertises.
 *
 * @param version VRRP version, 2 or 3
 * @param interval time between adverts; whole seconds for version 2
 * @param rounds failovers of each kind that make a fair sample in reasonable time
 */
record Pace(int version, Duration interval, int rounds) {

    static final int PRIORITY_MASTER = 100;
    static final int PRIORITY_BACKUP = 90;

    /**
     * Milliseconds a backup waits after priority 0: RFC 9568 section 6.1, RFC 3768 for version 2.
     */
    double skewMillis() {
        double unit = version == 2 ? 1000 : interval.toMillis();
        return (256 - PRIORITY_BACKUP) / 256.0 * unit;
    }

    /** Milliseconds a backup bears silence. */
    double masterDownMillis() {
        return 3 * interval.toMillis() + skewMillis();
    }

    /** How long the client waits between two probes: short against the interval, at least 1 ms. */
    Duration probePeriod() {
        return Duration.ofMillis(Math.clamp(interval.toMillis() / 20, 1, 10));
    }

    /**
     * A configuration of this pace.
     *
     * @param state {@code MASTER} or {@code BACKUP}
     */
    String configuration(String state, int priority, String address) {
        return """
        vrrp_instance VI_1 {
            version %d
            state %s
            interface eth0
            virtual_router_id 51
            priority %d
            advert_int %s
            virtual_ipaddress {
                %s/24 dev eth0
            }
        }
        """
                .formatted(version, state, priority, interval.toMillis() / 1000.0, address);
    }
}
