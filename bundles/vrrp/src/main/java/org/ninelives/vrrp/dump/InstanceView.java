package org.ninelives.vrrp.dump;

import java.util.Optional;
import java.util.OptionalLong;
import org.ninelives.api.management.VrrpCounters;
import org.ninelives.api.net.IpAddress;
import org.ninelives.vrrp.core.State;
import org.ninelives.vrrp.settings.InstanceSettings;

/**
 * A virtual router at one moment, all that a dump tells of it.
 *
 * @param settings what it runs by
 * @param state its state
 * @param effectivePriority priority in force, 1..255
 * @param masterPriority that of the master last heard; -1 if none
 * @param masterAdvertIntervalNanos the interval learned from the master, or the own one
 * @param deadlineMillis when it acts next if nothing happens, milliseconds since 1970 UTC; empty
 *     while nothing is awaited
 * @param lastTransitionMillis when the state changed last, likewise; 0 if never
 * @param linkIndex the kernel's number of its interface; 0 while that is not there
 * @param source where adverts are sent from; empty if there is no address
 * @param faults how many things are bad that must not be
 * @param awaited how many tracked things have no result yet
 * @param counters what was counted
 */
public record InstanceView(
        InstanceSettings settings,
        State state,
        int effectivePriority,
        int masterPriority,
        long masterAdvertIntervalNanos,
        OptionalLong deadlineMillis,
        long lastTransitionMillis,
        int linkIndex,
        Optional<IpAddress> source,
        int faults,
        int awaited,
        VrrpCounters counters) {

    /** The name of the interface of its configuration; empty if there is none. */
    String configuredInterface() {
        return settings.key().interfaceName().map(Object::toString).orElse("");
    }

    /** The name of the virtual interface it runs on; empty if it has none. */
    String virtualInterface() {
        return settings.virtualInterfaces()
                .own()
                .map(own -> own.link().names().getFirst().name())
                .orElse("");
    }

    /** The interface it runs on. */
    String runningInterface() {
        return virtualInterface().isEmpty() ? configuredInterface() : virtualInterface();
    }

    boolean isMaster() {
        return state == State.MASTER;
    }

    boolean sendsMail() {
        return settings.notifications().audience().smtpAlert().orElse(false);
    }
}
