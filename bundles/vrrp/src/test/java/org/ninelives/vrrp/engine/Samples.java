package org.ninelives.vrrp.engine;

import java.time.Duration;

/** Configurations of the engine's tests, and how long they take to settle. */
final class Samples {

    static final String VIP = "10.0.0.44/24";

    /** More than the master down interval of priority 100 at adverts of 1 s. */
    static final Duration ELECTION = Duration.ofSeconds(4);

    private Samples() {}

    static String instance(String name, int vrid, int priority, String addresses) {
        return """
        vrrp_instance %s {
            interface eth0
            virtual_router_id %d
            priority %d
            virtual_ipaddress { %s }
        }
        """
                .formatted(name, vrid, priority, addresses);
    }

    static String pair(int priority) {
        return instance("VI_1", 51, priority, VIP);
    }
}
