package org.ninelives.api.system;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears of routes that others took away, on the loop's thread. */
@ConsumerType
public interface RouteListener {

    /**
     * A route that this loop added, and did not remove, is not there any more: another program
     * removed or replaced it, or the kernel dropped it with its interface or source address.
     */
    void routeLost(Route route);
}
