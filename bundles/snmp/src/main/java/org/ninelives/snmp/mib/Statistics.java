package org.ninelives.snmp.mib;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What was counted of servers, no older than allowed. All of one kind become old together, so that
 * their numbers agree. For one thread.
 *
 * @param <C> what is counted of one
 */
final class Statistics<C> {

    private final long ageMaxMillis;
    private final Map<String, C> counted = new HashMap<>();
    private long countedMillis;

    /** Nothing is counted yet. */
    Statistics(long ageMaxMillis) {
        this.ageMaxMillis = ageMaxMillis;
    }

    /** All that is too old by now is counted anew when it is asked for. */
    void renew(long nowMillis) {
        // A clock that was set back makes them old as well.
        if (Math.abs(nowMillis - countedMillis) >= ageMaxMillis) {
            counted.clear();
            countedMillis = nowMillis;
        }
    }

    C of(String server, Supplier<C> count) {
        return counted.computeIfAbsent(server, any -> count.get());
    }
}
