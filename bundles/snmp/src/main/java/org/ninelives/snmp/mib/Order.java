package org.ninelives.snmp.mib;

import java.util.concurrent.Callable;
import org.ninelives.api.management.Caller;

/** What is asked of a bean in the name of SNMP, so that the log tells who it was. */
final class Order {

    private static final Caller CALLER = new Caller("snmp", "");

    private Order() {}

    /** Gives it, and tells whether it was carried out. */
    static boolean give(Callable<?> order) {
        try {
            CALLER.call(order);
            return true;
        } catch (Exception e) {
            // The list of overrides is full, or nobody keeps one; the log tells it.
            return false;
        }
    }
}
