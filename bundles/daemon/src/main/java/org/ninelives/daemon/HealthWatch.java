package org.ninelives.daemon;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.EventListener;
import org.ninelives.api.notify.LvsEvent;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.daemon.core.Standing;
import org.ninelives.daemon.core.Standing.State;
import org.osgi.service.component.annotations.Component;

/** Knows from events how everything is. Safe for use by several threads. */
@Component(service = {HealthWatch.class, EventListener.class})
public final class HealthWatch implements EventListener {

    private final Map<String, State> instances = new ConcurrentHashMap<>();
    private final Map<String, Boolean> quorums = new ConcurrentHashMap<>();

    @Override
    public void happened(Event event) {
        if (event instanceof VrrpEvent.InstanceState change) {
            instances.put(change.name(), state(change));
        } else if (event instanceof LvsEvent.QuorumState change && !change.stopping()) {
            quorums.put(change.virtualServer(), change.up());
        }
    }

    /** Everything at this moment, as far as it was told. */
    Standing standing() {
        return new Standing(instances, quorums);
    }

    /** Names that a reload has removed and nobody will hear of again. */
    void forget(Set<String> names) {
        instances.keySet().removeAll(names);
        quorums.keySet().removeAll(names);
    }

    private static State state(VrrpEvent.InstanceState change) {
        return switch (change.to()) {
            case MASTER -> State.MASTER;
            case BACKUP -> State.BACKUP;
            case FAULT -> change.held() ? State.UNDECIDED : State.FAULT;
            case INIT, STOP, DELETED -> State.UNDECIDED;
        };
    }
}
