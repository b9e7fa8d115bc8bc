package org.ninelives.dbus.bus;

import java.util.List;
import org.ninelives.api.notify.VrrpState;

/** What the daemon can tell and do, for the bus. Safe for use by several threads. */
public interface Node {

    /**
     * A virtual router that runs.
     *
     * @param name of its block
     * @param interfaceName the one it runs on; empty for none
     * @param family {@code IPv4} or {@code IPv6}
     */
    record Instance(
            String name,
            String interfaceName,
            int virtualRouterId,
            String family,
            VrrpState state) {}

    /** Those that run now. */
    List<Instance> instances();

    /**
     * The state of a virtual router.
     *
     * @throws IllegalStateException if it does not run any more
     */
    VrrpState state(String instance);

    /** What a signal asks for, by the name under which others listen to it. */
    enum Order {
        DATA("USR1"),
        STATS("USR2"),
        STATS_CLEAR("STATS_CLEAR");

        private final String signal;

        Order(String signal) {
            this.signal = signal;
        }

        public String signal() {
            return signal;
        }
    }

    /**
     * Has a file written.
     *
     * @throws IllegalStateException if no bundle does that
     */
    void print(Order order);

    /** Reads the configuration again, in the name of who asks; returns before that is done. */
    void reload();

    /**
     * Announces the addresses of a virtual router.
     *
     * @throws IllegalStateException if it is not master
     */
    void sendGarp(String instance);
}
