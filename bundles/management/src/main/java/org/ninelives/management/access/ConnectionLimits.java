package org.ninelives.management.access;

import java.util.HashMap;
import java.util.Map;

/**
 * How many connections are open, so that nobody exhausts the daemon: each is a thread. The loopback
 * has a share of its own, so that the operator of this host always gets in. Safe for use by several
 * threads.
 */
final class ConnectionLimits {

    /** A client has up to three connections, and ten clients may watch from one desk. */
    static final int EACH = 48;

    /** All others together, without the loopback. */
    static final int REMOTE = 96;

    private final Map<Origin, Integer> open = new HashMap<>();
    private int remote;

    /** Counts a connection in, unless there are too many. */
    synchronized boolean enter(Origin origin) {
        int here = open.getOrDefault(origin, 0);
        if (here >= EACH || (!origin.isLocal() && remote >= REMOTE)) {
            return false;
        }
        open.put(origin, here + 1);
        remote += origin.isLocal() ? 0 : 1;
        return true;
    }

    /** Counts out a connection that was counted in. */
    synchronized void leave(Origin origin) {
        open.computeIfPresent(origin, (key, here) -> here == 1 ? null : here - 1);
        remote -= origin.isLocal() ? 0 : 1;
    }
}
