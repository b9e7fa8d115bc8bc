package org.ninelives.api.system;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The metrics of a route.
 *
 * @param numbers those that are numbers
 * @param congestionControl name of the algorithm of TCP, such as {@code cubic}
 * @param congestionControlLocked no connection may choose another
 */
public record RouteMetrics(
        Map<RouteMetric, Value> numbers,
        Optional<String> congestionControl,
        boolean congestionControlLocked) {

    public static final RouteMetrics NONE = new RouteMetrics(Map.of(), Optional.empty(), false);

    /** TCP_CA_NAME_MAX of the kernel's net/tcp.h, less the terminating zero. */
    private static final int NAME_LENGTH_MAX = 15;

    /**
     * A metric that is a number.
     *
     * @param number in the unit of its metric, 0..2^32-1
     * @param locked the kernel may not learn another
     */
    public record Value(long number, boolean locked) {

        public Value {
            Unsigned.check("metric", number, 0, Unsigned.INT_MAX);
        }
    }

    public RouteMetrics {
        numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
        congestionControl.ifPresent(
                name ->
                        Unsigned.check(
                                "length of congctl " + name, name.length(), 1, NAME_LENGTH_MAX));
    }

    public boolean isEmpty() {
        return numbers.isEmpty() && congestionControl.isEmpty();
    }
}
