package org.ninelives.vrrp.core;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ninelives.api.net.IpAddress;

/**
 * One virtual router as RFC 9568 section 6.4 and RFC 3768 section 6.4 tell it, and as keepalived
 * users expect. Knows no clock, no socket and no thread; not thread-safe.
 */
public final class VirtualRouter {

    private RouterSettings settings;

    public VirtualRouter(RouterSettings settings) {
        this.settings = settings;
    }

    /**
     * Lets {@code input} happen.
     *
     * @param nowNanos the time of a monotonic clock, never before that of an earlier call
     * @param effects takes what is to be done, in order
     */
    public void handle(long nowNanos, Input input, Consumer<? super Effect> effects) {
        if (input instanceof Input.SettingsChanged changed) {
            settings = changed.settings();
        }
    }

    /** When the next {@link Input.Tick} is due; {@link Timers#NEVER} if nothing is awaited. */
    public long deadlineNanos() {
        return Timers.NEVER;
    }

    public RouterSettings settings() {
        return settings;
    }

    public State state() {
        return State.INIT;
    }

    /** Why it is in this state, a sentence. */
    public String reason() {
        return "";
    }

    public int effectivePriority() {
        return settings.priority();
    }

    /** The address of the master last heard; empty if none was heard or this router is master. */
    public Optional<IpAddress> masterAddress() {
        return Optional.empty();
    }

    /** The priority of that master, -1 if there is none. */
    public int masterPriority() {
        return -1;
    }

    /** Master_Adver_Interval: the interval learned from the master, or the own one. */
    public long masterAdvertIntervalNanos() {
        return settings.advertIntervalNanos();
    }

    /** The faults there are, none outside FAULT once started. */
    public List<Fault> faults() {
        return List.of();
    }
}
