package org.ninelives.vrrp.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.Links;
import org.ninelives.api.system.LoopTask;
import org.ninelives.vrrp.settings.Debounce;

/**
 * Which interfaces count as up. One that has a debounce time ({@code interface_up_down_delays})
 * must keep a new state for that long before it counts; all others count at once.
 */
final class LinkStates {

    /** Hears that an interface counts as in another state now. */
    interface Listener {

        void debounced(InterfaceName name);
    }

    private static final Debounce AT_ONCE = new Debounce(0, 0);

    private final Links links;
    private final Agenda agenda;
    private final LongSupplier nowNanos;
    private final Listener changed;
    private final Map<InterfaceName, Debounced> debounced = new HashMap<>();

    /**
     * States of these links.
     *
     * @param changed hears of interfaces whose debounce time has ended
     */
    LinkStates(Links links, Agenda agenda, LongSupplier nowNanos, Listener changed) {
        this.links = links;
        this.agenda = agenda;
        this.nowNanos = nowNanos;
        this.changed = changed;
    }

    /**
     * Debounces exactly these interfaces; one that is debounced already keeps what it counts as.
     */
    void debounce(Map<InterfaceName, Debounce> delays) {
        debounced
                .entrySet()
                .removeIf(
                        entry -> {
                            boolean gone = !delays.containsKey(entry.getKey());
                            if (gone) {
                                agenda.set(entry.getValue(), LoopTask.NEVER);
                            }
                            return gone;
                        });
        delays.forEach(
                (name, delay) ->
                        debounced.computeIfAbsent(name, any -> new Debounced(name)).delay = delay);
    }

    /** Whether an interface counts as up; one that does not exist is down. */
    boolean isUp(InterfaceName name) {
        Debounced state = debounced.get(name);
        return state == null ? isUpNow(name) : state.countsAsUp;
    }

    /** An interface has changed, come, gone, or got another name. */
    void look() {
        debounced.values().forEach(Debounced::look);
    }

    /** How long a new state of an interface has to last before it counts. */
    Debounce delay(InterfaceName name) {
        Debounced state = debounced.get(name);
        return state == null ? AT_ONCE : state.delay;
    }

    private boolean isUpNow(InterfaceName name) {
        return links.find(name).filter(Link::usable).isPresent();
    }

    /** One interface with a debounce time. */
    private final class Debounced extends Agenda.Entry {

        private final InterfaceName name;
        private Debounce delay = AT_ONCE;
        private boolean countsAsUp;
        private boolean waits;

        Debounced(InterfaceName name) {
            this.name = Objects.requireNonNull(name);
            countsAsUp = isUpNow(name);
        }

        void look() {
            boolean changing = isUpNow(name) != countsAsUp;
            if (changing && !waits) {
                waits = true;
                long delayNanos = countsAsUp ? delay.downNanos() : delay.upNanos();
                agenda.set(this, nowNanos.getAsLong() + delayNanos);
            } else if (!changing && waits) {
                waits = false;
                agenda.set(this, LoopTask.NEVER);
            }
        }

        @Override
        void due(long now) {
            waits = false;
            agenda.set(this, LoopTask.NEVER);
            countsAsUp = isUpNow(name);
            changed.debounced(name);
        }
    }
}
