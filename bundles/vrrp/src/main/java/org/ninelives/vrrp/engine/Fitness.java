package org.ninelives.vrrp.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.system.SystemException;
import org.ninelives.vrrp.core.Fault;
import org.ninelives.vrrp.core.Thing;
import org.ninelives.vrrp.core.Tracking;
import org.ninelives.vrrp.settings.InstanceSettings;

/**
 * How fit one virtual router is to be master: its priority, and what keeps it from taking part
 * wherever it stands.
 */
final class Fitness {

    private final Watchlist watchlist;
    private final Overridden overridden;
    private InstanceSettings settings;
    private List<Fault> staticFaults = List.of();
    private Optional<Fault> refusedByMachine = Optional.empty();

    private Tracking tracking = Tracking.of(1, List.of());

    Fitness(InstanceSettings settings, Node node) {
        this.settings = settings;
        watchlist = new Watchlist(node.linkStates(), node.findings());
        overridden = node.overridden();
        look();
    }

    /** Goes by these settings; what the machine refused is forgotten. */
    void configure(InstanceSettings changed) {
        settings = changed;
        tryAgain();
        look();
    }

    /**
     * Tracks what the settings and operators say now; answers whether its sync group has it track
     * other things than before.
     */
    boolean track() {
        watchlist.track(overridden.trackers(settings));
        return watchlist.trackForGroup(overridden.trackersOfGroup(settings));
    }

    /** Looks at all that is tracked as it is now, and at what operators have set. */
    void look() {
        track();
        int base = overridden.priority(settings).orElse(settings.router().priority());
        tracking = Tracking.of(base, watchlist.watched());
    }

    /** Whether the interface of this name is tracked. */
    boolean tracks(InterfaceName name) {
        return watchlist.has(name);
    }

    /** All that others watch for it. */
    Set<Thing> tracked() {
        return watchlist.things();
    }

    /** All that is tracked, as it is known now. */
    List<Tracking.Watched> watched() {
        return watchlist.watched();
    }

    /** Sentences for the operator about all that is tracked. */
    List<String> explain() {
        return watchlist.watched().stream().map(Tracking.Watched::words).toList();
    }

    /** What is static and tied to it has these faults; answers whether they are other ones. */
    boolean staticFaults(List<Fault> faults) {
        boolean differ = !faults.equals(staticFaults);
        staticFaults = List.copyOf(faults);
        return differ;
    }

    /** The machine has refused what a master must have. */
    void refused(SystemException cause) {
        refusedByMachine = Optional.of(new Fault(Fault.Kind.SYSTEM, cause.getMessage()));
    }

    /** Whether the machine refuses what a master must have, as far as is known. */
    boolean isRefusedByMachine() {
        return refusedByMachine.isPresent();
    }

    /** What the machine refused before is worth another try. */
    void tryAgain() {
        refusedByMachine = Optional.empty();
    }

    /** The priority it may claim mastership with, 1..255, as of the last look. */
    int priority() {
        return tracking.priority();
    }

    /** What is wrong, as of the last look. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (overridden.isDisabled(settings)) {
            faults.add(new Fault(Fault.Kind.DISABLED, "disabled by an operator"));
        }
        faults.addAll(tracking.faults());
        faults.addAll(staticFaults);
        refusedByMachine.ifPresent(faults::add);
        return faults;
    }
}
