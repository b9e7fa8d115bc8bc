package org.ninelives.lvs.engine;

import java.util.Collection;
import org.ninelives.api.notify.Event;
import org.ninelives.api.track.Finding;

/** Whoever is told of a change is answered by what came of it, not by what was known before. */
record Outdating(Listener listener, LvsService service) implements Listener {

    @Override
    public void happened(Event event) {
        service.outdate(event.name());
        listener.happened(event);
    }

    @Override
    public void found(String trackerName, Finding finding) {
        listener.found(trackerName, finding);
    }

    @Override
    public void exist(Collection<ServerNames> virtualServers) {
        listener.exist(virtualServers);
    }
}
